#!/bin/bash
# The real course of events: real.sh FOLDER.  The documents of 2021, 2023 and 2024 as they appeared,
# lists when they were announced, terms as they ended.  Nothing is added to what content/ says; what
# was not known on a day is left out on that day.
set -eu
. "${BASH_SOURCE[0]%/*}/lib.sh"
content=$source_root/content

# bring PATH…: as content/ has it.
bring () {
  local path
  for path; do
    mkdir -p "content/$(dirname "$path")" && cp -R "$content/$path" "content/$(dirname "$path")/"
  done
}
# without KEY FILE: takes a key and what is under it out of a YAML head.
without () {
  awk -v key="$1" '$0 ~ "^" key ":" { skip = 1; next }
                   skip && /^([^ ]|$)/ { skip = 0 }
                   !skip' "$2" >edited && cat edited >"$2" && rm edited
}
calendars () { # up to the year before which nothing was announced
  local year
  for year in $(seq 2019 "$1"); do bring "calendar/$year.yaml"; done
}

begin "$1"
bring site.yaml agencies.yaml policies/dg-strategic-clusters-2021
calendars 2021
bring registries/dg-strategic-clusters
step 2021-01-18 '重放：东莞市战略性新兴产业基地（集群）文件和名录'

bring policies/dg-core-zones-2021 registries/dg-core-zones
step 2021-06-22 '重放：东莞市核心区文件和名录'

calendars 2023
bring registries/cn-sme-clusters/registry.yaml notices/cn-sme-clusters-2022.md registries/cn-sme-clusters/2022.yaml
without prerequisites content/registries/cn-sme-clusters/registry.yaml
without outcome content/notices/cn-sme-clusters-2022.md
sed -i '/^notice:/d; s/^certified: .*/noticed: 2022-12-29/; /^range:/d' content/registries/cn-sme-clusters/2022.yaml
without decision content/registries/cn-sme-clusters/2022.yaml
step 2022-12-29 '重放：公示2022年度国家级集群名单'

bring notices/cn-sme-clusters-2022.md registries/cn-sme-clusters/2022.yaml
step 2023-01-11 '重放：公布2022年度国家级集群名单'

bring policies/gd-sme-clusters-2023 policies/zs-digital-pilots-2023 registries/zs-cluster-pilots registries/zs-park-pilots
bring registries/gd-sme-clusters/registry.yaml registries/cn-sme-clusters/registry.yaml
step 2023-02-28 '重放：广东省集群办法、中山市数字化转型试点文件'

bring registries/gd-sme-clusters/2023.yaml
sed -i '/same_as:/d' content/registries/gd-sme-clusters/2023.yaml
step 2023-07-12 '重放：公布2023年省级集群名单（35个）'

calendars 2024
bring registries/cn-sme-clusters/2023.yaml
step 2023-10-17 '重放：公布2023年度国家级集群名单'

bring registries/gd-sme-clusters/2024.yaml
sed -i '/same_as:/d' content/registries/gd-sme-clusters/2024.yaml
step 2024-07-18 '重放：公布2024年省级集群名单（41个）'

bring registries/cn-sme-clusters/2024.yaml registries/gd-sme-clusters/2023.yaml registries/gd-sme-clusters/2024.yaml
step 2024-09-19 '重放：公布2024年度国家级集群名单'

calendars 2025
bring policies/zh-sme-clusters-2024 registries/zh-sme-clusters
step 2024-10-21 '重放：珠海市集群办法'

bring notices/gd-sme-clusters-2025.md registries/gd-sme-clusters/2025.yaml
step 2025-06-23 '重放：公示2025年省级集群拟认定名单'

calendars 2026
bring registries/cn-sme-clusters/2025.yaml
step 2025-11-07 '重放：公布2025年度国家级集群名单'

bring .
step 2026-11-21 '重放：使用说明和2027年日历'
diff -r "$content" content

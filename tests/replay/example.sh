#!/bin/bash
# A fictional authority, 示例市工业局: example.sh FOLDER.  An amendment that takes effect later, a
# notice with an objection and a correction, an editorial change, a revocation, a renewal, a repeal, a
# page withdrawn.
set -eu
. "${BASH_SOURCE[0]%/*}/lib.sh"

write () { mkdir -p "content/$(dirname "$1")" && cat >"content/$1"; }

begin "$1"
mkdir content && cp -R "$source_root/content/calendar" content/

write site.yaml <<'END'
name: 示例市工业局公报（重放示例）
description: 虚构的示例市工业局，用来演示记录：每一次公布、修改、更正都可以查证。
base_url: https://replay.gongbao.example.com
authority: industry
example: true
publish:
  repository: https://replay.gongbao.example.com/record.git
END
write agencies.yaml <<'END'
agencies:
  - id: industry
    name: 示例市工业局
    level: city
    region: 示例省示例市
END
write pages/hotline.md <<'END'
---
title: 临时咨询电话
---

2023年认定期间的咨询电话：000-0000（示例）。
END
write policies/cluster-rules-2023/policy.md <<'END'
---
title: 示例市特色产业集群认定办法
number: 示工规〔2023〕1号
issuer: industry
kind: normative
topics: [产业集群]
signed: 2023-02-20
published: 2023-03-01
effect: {date: 2023-03-01, clause: art-8}
validity: {years: 5, clause: art-8}
summary: 规定示例市特色产业集群的认定、公示、有效期和撤销（虚构示例）。
---

# 示例市特色产业集群认定办法

**第一条**　为规范示例市特色产业集群认定，制定本办法。本文件为虚构示例。

**第二条**　集群上一年度总产值不低于30亿元，主导产业占比不低于70%。

**第三条**　认定程序：

（一）各区组织申报；

（二）市工业局评审；

（三）拟认定名单公示7个工作日。

**第四条**　公示期间名单有更正的，自更正之日起重新公示。

**第五条**　集群有效期为三年，期满经复核合格的，延长三年。

**第六条**　弄虚作假的，撤销认定。

**第七条**　集群应于每年3月31日前报送上一年度情况。

**第八条**　本办法自2023年3月1日起施行，有效期五年。
END
write policies/subsidy-rules-2023/policy.md <<'END'
---
title: 示例市集群补助办法
number: 示工规〔2023〕2号
issuer: industry
kind: normative
topics: [资金]
published: 2023-03-01
effect: {date: 2023-03-01, clause: art-3}
validity: {indefinite: true}
summary: 对集群给予补助（虚构示例）。
---

# 示例市集群补助办法

**第一条**　对认定的集群每个补助50万元。本文件为虚构示例。

**第二条**　补助资金由市工业局拨付。

**第三条**　本办法自2023年3月1日起施行。
END
write registries/featured-clusters/registry.yaml <<'END'
title: 示例市特色产业集群
kind: cluster
authority: industry
policy: cluster-rules-2023
notice:
  days: 7
  on_change: restart
  text: 拟认定名单公示7个工作日；期间有更正的，自更正之日起重新公示
  clause: art-3-3
term: {years: 3, clause: art-5}
review: {years: 3, text: 期满经复核合格的，延长三年, clause: art-5}
revocation:
  - {id: false-application, text: 弄虚作假的，撤销认定, clause: art-6}
END
step 2023-03-01 '印发特色产业集群认定办法和补助办法'

write notices/first-2023.md <<'END'
---
title: 关于第一批特色产业集群拟认定名单的公示
registry: featured-clusters
batch: "2023"
issuer: industry
published: 2023-05-08
opens: 2023-05-08
channels:
  - {kind: 电话, value: 000-0000, note: 工作日9:00至17:00（示例）}
proposed:
  - {name: 东湖区智能锁具产业集群, entry: locks}
  - {name: 西山区特种涂料产业集群, entry: coatings}
  - {name: 南岭区小家电产业集群, entry: appliances}
---

现将第一批拟认定名单予以公示。本公示为虚构示例。
END
write registries/featured-clusters/2023.yaml <<'END'
title: 第一批
year: 2023
notice: first-2023
noticed: 2023-05-08
announced: 3
entries:
  - {id: locks, name: 东湖区智能锁具产业集群, region: 示例市东湖区}
  - {id: coatings, name: 西山区特种涂料产业集群, region: 示例市西山区}
  - {id: appliances, name: 南岭区小家电产业集群, region: 示例市南岭区}
END
step 2023-05-08 '公示第一批拟认定名单（3个）'

# An objection is upheld: one goes, and by the rule the period begins anew.
sed -i '/南岭区小家电/d' content/notices/first-2023.md
sed -i '/^---$/{x;s/^/x/;/^xx$/{x;i\
corrections:\
  - {date: 2023-05-11, text: 收到异议，经核实南岭区小家电产业集群的产值数据不实，自名单中删去，自更正之日起重新公示}
;b};x}' content/notices/first-2023.md
sed -i '/id: appliances/d; s/^announced: 3/announced: 2/' content/registries/featured-clusters/2023.yaml
write addresses.yaml <<'END'
withdrawn:
  - address: registries/featured-clusters/entries/appliances/
    date: 2023-05-11
    reason: 公示期间异议成立，自拟认定名单中删去（示例）
END
step 2023-05-11 '更正第一批拟认定名单：异议成立，删去1个，重新公示'

sed -i '/^---$/{x;s/^/x/;/^xx$/{x;i\
outcome:\
  date: 2023-05-25\
  kind: partly\
  text: 认定2个集群
;b};x}' content/notices/first-2023.md
sed -i 's/^noticed: .*/certified: 2023-05-25/; /^notice:/a\
decision: {title: 关于公布第一批特色产业集群的通知, number: 示工函〔2023〕9号, issuer: industry, date: 2023-05-25}' \
  content/registries/featured-clusters/2023.yaml
step 2023-05-25 '认定第一批特色产业集群（2个）'

sed -i 's/各区组织申报；/各区组织申报;/; s/制定本办法。/制定本办法./' content/policies/cluster-rules-2023/policy.md
step 2023-09-04 '标点录入有误' --editorial
sed -i 's/组织申报;/组织申报；/; s/本办法\./本办法。/' content/policies/cluster-rules-2023/policy.md
step 2023-09-05 '改回标点' --editorial

# Amended on 2 September 2024; the new text takes effect on 1 October by itself.
write policies/cluster-amendment-2024/policy.md <<'END'
---
title: 关于修改《示例市特色产业集群认定办法》的决定
number: 示工规〔2024〕3号
issuer: industry
kind: normative
topics: [产业集群]
published: 2024-09-02
effect: {date: 2024-10-01, clause: sec-3}
validity: {none_stated: true}
amends:
  - {policy: cluster-rules-2023, from: 2024-10-01, note: 总产值由30亿元改为40亿元，增加第四条之一}
summary: 提高认定标准，增加异议处理的规定（虚构示例）。
---

# 关于修改《示例市特色产业集群认定办法》的决定

一、第二条中的“30亿元”改为“40亿元”。本决定为虚构示例。

二、增加一条，作为第四条之一：“异议应当自收到之日起5个工作日内答复。”

三、本决定自2024年10月1日起施行。
END
mkdir content/policies/cluster-rules-2023/versions
{
  printf -- '---\namended_by:\n  policy: cluster-amendment-2024\nnote: 总产值改为40亿元，增加第四条之一。\n---\n'
  sed '1,/^---$/d' content/policies/cluster-rules-2023/policy.md |
    sed 's/30亿元/40亿元/; /^\*\*第五条/i\
**第四条之一**　异议应当自收到之日起5个工作日内答复。\
'
} >content/policies/cluster-rules-2023/versions/2024-10-01.md
step 2024-09-02 '修改认定办法，自2024年10月1日起施行'

sed -i 's/{id: coatings, name: \(.*\), region: \(.*\)}/{id: coatings, name: \1, region: \2, events: [{date: 2025-03-10, kind: revoked, ground: false-application, note: 申报材料不实（示例）}]}/' \
  content/registries/featured-clusters/2023.yaml
step 2025-03-10 '撤销西山区特种涂料产业集群'

sed -i 's/{id: locks, name: \(.*\), region: \(.*\)}/{id: locks, name: \1, region: \2, events: [{date: 2026-05-11, kind: evaluated, result: passed}, {date: 2026-05-20, kind: renewed, years: 3}]}/' \
  content/registries/featured-clusters/2023.yaml
step 2026-05-20 '东湖区智能锁具产业集群复核合格，延长三年'

sed -i '/^summary: 对集群给予补助/i\
repealed: {date: 2026-09-01, title: 关于废止部分文件的决定（示例）, number: 示工规〔2026〕5号}' \
  content/policies/subsidy-rules-2023/policy.md
step 2026-09-01 '废止补助办法'

rm content/pages/hotline.md
cat >>content/addresses.yaml <<'END'
  - {address: hotline/, date: 2026-11-02, reason: 临时咨询电话已停用（示例）}
END
step 2026-11-02 '撤下临时咨询电话'
publish 2026-11-21

/* The words that content chooses from, each list once (base/vocabulary.h says how to add one). */
#pragma once

#include "base/vocabulary.h"

G_BEGIN_DECLS

#define GB_POLICY_KINDS(X)                                                                         \
  X (GB_KIND_NORMATIVE, "normative") /* 规范性文件 */                                         \
  X (GB_KIND_OPINION, "opinion")     /* 意见 */                                                  \
  X (GB_KIND_PLAN, "plan")           /* 方案、规划 */                                         \
  X (GB_KIND_NOTICE, "notice")       /* 通知 */                                                  \
  X (GB_KIND_OTHER, "other")
GB_VOCABULARY (GbPolicyKind, policy_kind, GB_POLICY_KINDS)

/* What a registry certifies. */
#define GB_REGISTRY_KINDS(X)                                                                       \
  X (GB_REGISTRY_CLUSTER, "cluster") /* 产业集群 */                                            \
  X (GB_REGISTRY_ZONE, "zone")       /* 核心区 */                                               \
  X (GB_REGISTRY_PARK, "park")       /* 园区 */                                                  \
  X (GB_REGISTRY_PILOT, "pilot")     /* 试点 */
GB_VOCABULARY (GbRegistryKind, registry_kind, GB_REGISTRY_KINDS)

G_END_DECLS

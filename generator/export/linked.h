/* What a page says to machines: JSON-LD. */
#pragma once

#include "view/view.h"

/* What the page is about; jsonld, the block of it, is set when the page is done. */
void gb_linked_site (GbScene *scene);
void gb_linked_data (GbScene *scene);
void gb_linked_policy (GbScene *scene, const GbPolicyCase *policy);
void gb_linked_version (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version);
void gb_linked_registry (GbScene *scene, const GbRegistryCase *registry);
void gb_linked_finish (GbScene *scene, const GbSheet *sheet, GbValue *page);

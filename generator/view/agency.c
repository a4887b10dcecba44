#include "view/agency.h"

#include "view/scene.h"

void
gb_agency_set (GbValue *record, const GbAgency *agency)
{
  gb_value_set_string (record, "id", agency->id);
  gb_value_set_string (record, "name", agency->name);
  gb_value_set_string (record, "short_name", agency->short_name);
  gb_scene_set_texts (record, "aliases", &agency->aliases);
  gb_value_set_string (record, "level", gb_level_name (agency->level));
  gb_value_set_string (record, "region", agency->region);
  gb_value_set_string (record, "parent", agency->parent);
  gb_value_set_string (record, "url", agency->url);
}

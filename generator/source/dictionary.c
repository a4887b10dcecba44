#include "source/dictionary.h"

const GbSchema *const *
gb_dictionary (void)
{
  static const GbSchema *const kinds[] = { &gb_schema_site,
                                           &gb_schema_agencies,
                                           &gb_schema_policy,
                                           &gb_schema_version,
                                           &gb_schema_registry,
                                           &gb_schema_batch,
                                           &gb_schema_notice,
                                           &gb_schema_page,
                                           &gb_schema_calendar,
                                           &gb_schema_addresses,
                                           NULL };
  return kinds;
}

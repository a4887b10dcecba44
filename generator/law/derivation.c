#include "law/derivation.h"

const char *
gb_rule_name (GbRule rule)
{
  switch (rule) {
  case GB_RULE_NONE:
    return "none";
  case GB_RULE_STATED:
    return "stated";
  case GB_RULE_ON_ISSUE:
    return "on-issue";
  case GB_RULE_DAYS_AFTER:
    return "days-after";
  case GB_RULE_YEARS_BEFORE:
    return "years-before";
  case GB_RULE_YEARS_ANNIVERSARY:
    return "years-anniversary";
  case GB_RULE_WHOLE_YEARS:
    return "whole-years";
  case GB_RULE_WORKING_DAYS:
    return "working-days";
  case GB_RULE_WORKING_DAYS_AFTER:
    return "working-days-after";
  case GB_RULE_CALENDAR_DAYS:
    return "calendar-days";
  case GB_RULE_CALENDAR_DAYS_AFTER:
    return "calendar-days-after";
  case GB_RULE_EXTENDED:
    return "extended";
  case GB_RULE_RENEWED:
    return "renewed";
  case GB_RULE_YEARLY:
    return "yearly";
  case GB_RULE_QUARTERLY:
    return "quarterly";
  case GB_RULE_MONTHS_BEFORE:
    return "months-before";
  case GB_RULE_WHOLE_YEARS_FROM:
    return "whole-years-from";
  case GB_RULE_CERTIFIED:
    return "certified";
  case GB_RULE_DAY_AFTER:
    return "day-after";
  case GB_RULE_SIGNED:
    return "signed";
  }
  return "none";
}

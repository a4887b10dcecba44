/* What is said of a notice: as a row of a list, as a record, as a link. */
#pragma once

#include "view/view.h"

/* {id, title, href, state, opens, closes} or null. */
void gb_notice_set_link (GbScene *scene, GbValue *object, const char *key,
                         const GbNoticeCase *notice);
/* A row of a list, and all that is said of a notice; the keys are in templates/README.md. */
void gb_notice_row (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
void gb_notice_record (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
/* The record as data files have it: with url and turns. */
void gb_notice_data (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
/* The rules that a notice follows; NULL where its registry or they are not here. */
const GbPolicyCase *gb_notice_rules (const GbNoticeCase *notice);

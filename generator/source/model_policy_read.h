/* Reads the folder of a policy.  Private to the room. */
#pragma once

#include "source/reader.h"

/* The policy whose folder is @folder_file; NULL where it cannot be read, which has then been
 * reported. */
GbPolicy *gb_model_policy_read (GbReader *reader, const char *folder_file, const char *id);

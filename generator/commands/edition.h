/* One making of the site: content, theme and record tied together, ready to be written.
 *
 * build makes an edition from the disk, publish and verify make theirs from a commit; from the same
 * three inputs (source commit, publications before it, as-of date) all give the same bytes.  It
 * owns the record and everything made from it, and borrows the workspace.
 */
#pragma once

#include "commands/workspace.h"
#include "output/assembly.h"
#include "record/record.h"

typedef struct {
  GbWorkspace *workspace;
  GbTree *theme;
  GbArena *arena;
  const GbValue *words; /* of the first language */
  GPtrArray *languages; /* GbValue, the words of each */
  GbTemplates *templates;
  GbRecord *record; /* or NULL */
  /* The manifest of the publication before, its blob and SHA-256; NULL and "": there was none. */
  const GbManifest *before;
  char before_blob[GB_OID_LENGTH];
  char before_hash[GB_HASH_LENGTH];
  GPtrArray *published; /* the paths it names, or NULL */
  GPtrArray *plans;     /* GbPlan, one for each language */
  char theme_hash[GB_HASH_LENGTH];
  char source[GB_OID_LENGTH]; /* "" where what was read is not what is committed */
} GbEdition;

void gb_edition_clear (GbEdition *edition);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbEdition, gb_edition_clear)

/* The words and templates of @workspace, which must be open.  What is wrong in them goes to its
 * diagnostics, which are sorted again. */
gboolean gb_edition_start (GbEdition *edition, GbWorkspace *workspace, GError **error);
/* Then its record (taken; may be NULL) and plans; the workspace must have no errors.  @source: see
 * above.  FALSE with GB_ERROR_SYSTEM where what was published before cannot be read. */
gboolean gb_edition_finish (GbEdition *edition, GbRecord *record, const char *source,
                            GError **error);

/* The record of the repository that the folder of @workspace, read from the disk, lies in; NULL
 * where there is none that knows its content.  @ret_source: its source commit, "" where what was
 * read is not what is committed.  FALSE with @error where there is one that cannot be read. */
gboolean gb_edition_find_record (const GbWorkspace *workspace, GbRecord **ret_record,
                                 char ret_source[GB_OID_LENGTH], GError **error);
/* Warns in the workspace's diagnostics of notices whose file was changed on record while their
 * period ran although nothing in them says so: neither a correction nor an extension.  @record may
 * be NULL. */
void gb_edition_check_notices (const GbWorkspace *workspace, const GbRecord *record);

/* What the writer needs of it. */
GbAssembly gb_edition_assembly (const GbEdition *edition);

/* An edition of what @source holds, as of the workspace's day: opens @workspace over the commit.
 * GB_STATUS_DONE, or the exit status after having said what is wrong.  @before and @folder as
 * gb_record_new takes them. */
int gb_edition_of_commit (GbEdition *edition, GbWorkspace *workspace, GbRepository *repository,
                          const char *source, const char *before, const char *folder);

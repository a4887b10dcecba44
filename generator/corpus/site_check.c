/* What the site says of itself, held against the inspection list for government sites
 * (国办发〔2017〕 47号 and the checks made under it: 主办单位, 网站标识码, ICP备案号,
 * 公安机关备案标识, 联系方式). */
#include "corpus/corpus.h"

#include <string.h>

static void
check_security (const GbSite *site, GbDate as_of, GbDiagnostics *diagnostics)
{
  const GbSecurity *security = site->security;
  if (security == NULL)
    return;
  char day[GB_DATE_LENGTH];
  if (security->expires != GB_DATE_NONE && security->expires < as_of)
    gb_diagnostics_warning (diagnostics, gb_yaml_place (site->file, security->node, "expires"),
                            "security-expired",
                            "security.txt expired after %s and will no longer be trusted; confirm "
                            "the contact and write a later day",
                            gb_date_format (security->expires, day));
  static const char *const schemes[] = { "mailto:", "https://", "tel:" };
  gboolean known = security->contact == NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes) && !known; i++)
    known = g_str_has_prefix (security->contact, schemes[i]);
  if (!known)
    gb_diagnostics_warning (diagnostics, gb_yaml_place (site->file, security->node, "contact"),
                            "security-contact",
                            "RFC 9116 wants an address here: write mailto:…, https://… or tel:…");
}

void
gb_site_check (const GbCorpus *corpus, GbDiagnostics *diagnostics)
{
  const GbSite *site = corpus->model->site;
  check_security (site, corpus->as_of, diagnostics);
  const struct {
    gboolean given;
    const char *key;
    const char *what;
  } wanted[] = {
    { site->description != NULL, "description", "网站简介, for search engines" },
    { site->identifier != NULL, "identifier", "网站标识码, for <meta name=\"SiteIDCode\">" },
    { site->icp != NULL, "icp", "ICP备案号, at the foot of every page" },
    { site->police != NULL, "police", "公安备案号, at the foot of every page" },
    { site->contact != NULL, "contact", "联系方式, at the foot of every page" },
  };
  for (gsize i = 0; !site->example && i < G_N_ELEMENTS (wanted); i++)
    if (!wanted[i].given)
      gb_diagnostics_note (diagnostics, gb_yaml_place (site->file, site->node, wanted[i].key),
                           "site-lacks",
                           "a government site must state its %s; add '%s' where this is one",
                           wanted[i].what, wanted[i].key);
  const GbAgency *authority = gb_model_agency (corpus->model, site->authority);
  if (!site->example && authority != NULL && authority->url == NULL)
    gb_diagnostics_note (
      diagnostics, gb_yaml_place (site->file, site->node, "authority"), "site-lacks",
      "the agency '%s', who runs the site, has no 'url' to link its name to", authority->id);
  gb_diagnostics_sort (diagnostics);
}

#!/usr/bin/env node
// Every data file of the sites: the JSON files by the schemas beside them, the tables by the data package.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv/dist/2020");
const formats = require("ajv-formats");
const { Package } = require("datapackage");
const { Table } = require("tableschema");
const { test, ok, is, none } = require("./lib/tap");
const { sites } = require("./lib/sites");

const read = (site, file) => JSON.parse(fs.readFileSync(path.join(site.folder, file), "utf8"));
const schemaOf = (file) =>
  `data/schemas/${/^data\/registries\//.test(file) ? "registry" : path.basename(file, ".json")}.json`;

function jsonFaults(site) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  formats(ajv);
  const compiled = {};
  const files = site.files.filter((file) => /^data\/(registries\/)?[^/]+\.json$/.test(file) && !/datapackage/.test(file));
  ok(files.length >= 7, `${site.name}: ${files.length} JSON files`);
  return files.flatMap((file) => {
    const schema = schemaOf(file);
    compiled[schema] = compiled[schema] || ajv.compile(read(site, schema));
    return compiled[schema](read(site, file)) ? [] : [`${site.name}/${file}: ${ajv.errorsText(compiled[schema].errors).slice(0, 600)}`];
  });
}

async function tableFaults(site) {
  const descriptor = read(site, "data/datapackage.json");
  const faults = [];
  const pack = await Package.load(descriptor, { basePath: path.join(site.folder, "data") });
  faults.push(...pack.errors.map((error) => `${site.name}/datapackage.json: ${error.message}`));
  for (const resource of descriptor.resources) {
    const file = path.join(site.folder, "data", resource.path);
    try {
      const table = await Table.load(file, { schema: resource.schema });
      await table.read({ keyed: true });
      const head = fs.readFileSync(file, "utf8").split("\r\n")[0].split(",");
      const names = resource.schema.fields.map((field) => field.name);
      if (head.join() !== names.join()) faults.push(`${file}: other columns than the package says`);
      if (new Set(names).size !== names.length) faults.push(`${file}: a column twice`);
    } catch (error) {
      faults.push(`${site.name}/${resource.path}: ${(error.errors || [error]).map((one) => one.message).slice(0, 3).join("; ")}`);
    }
  }
  return faults;
}

test(async () => {
  const json = [];
  const tables = [];
  for (const site of sites) {
    json.push(...jsonFaults(site));
    tables.push(...(await tableFaults(site)));
    const entries = fs.readFileSync(path.join(site.folder, "data/entries.csv"), "utf8");
    const registries = site.files.filter((file) => /^data\/registries\/[^/]+\.json$/.test(file));
    const wanted = registries.reduce((sum, file) => sum + read(site, file).entries.length, 0);
    const table = await Table.load(path.join(site.folder, "data/entries.csv"));
    is((await table.read()).length, wanted, `${site.name}: a row for each of ${wanted} entries`);
    ok(entries.endsWith("\r\n"), `${site.name}: the last line ends too`);
  }
  none(json, "each JSON file is valid by its schema, which allows no other key");
  none(tables, "the data package is valid, and so is each table by it");

  // What is wrong is found out.
  const site = sites[0];
  const policies = read(site, "data/policies.json");
  const ajv = new Ajv({ allErrors: true, strictRequired: false, allowUnionTypes: true });
  formats(ajv);
  const validate = ajv.compile(read(site, "data/schemas/policies.json"));
  const breaks = {
    "an unknown key": (one) => { one.colour = "red"; },
    "a missing key": (one) => { delete one.number; },
    "a date that is none": (one) => { one.signed = "2024-02-30"; },
    "an unknown status": (one) => { one.status = "valid"; },
    "no title": (one) => { one.title = null; }
  };
  none(Object.keys(breaks).filter((name) => {
    const copy = structuredClone(policies);
    breaks[name](copy.policies[0]);
    return validate(copy);
  }), "the schemas notice an unknown key, a missing one, a wrong date, word and null");
});

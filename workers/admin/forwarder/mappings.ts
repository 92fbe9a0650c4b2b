import { mappingsApi } from "#domain/admin/api/forwarder/mappings";
import { isDone } from "#domain/admin/api/operation";
import { served } from "../serve.ts";
import { shownMapping, shownSkipped } from "./shown.ts";
import { toolsOf } from "./tools.ts";

/** From which chat to which posts are carried. */
export const mappingOperations = served(mappingsApi, toolsOf, {
  async create({ body, query: { language } }, { mappings, who }) {
    const { sources, targets, label, enabled, confirmLoop, ...settings } = body;
    const wish = { sources, targets, label, enabled, settings };
    const made = await mappings.create(wish, who.id, { confirmLoop });
    return { created: made.created.map(shownMapping), skipped: made.skipped.map(shownSkipped(language)) };
  },
  async list({ query: { troubled, ...question } }, { mappings }) {
    const { items, ...told } = await mappings.list({ ...question, isTroubled: troubled });
    return { items: items.map(shownMapping), ...told };
  },
  export: (_, { mappings }) => mappings.export(),
  async import({ body, query: { dryRun = false, confirmLoop = false, language } }, { mappings, who }) {
    const { sources: _, ...imported } = await mappings.import(body, who.id, { dryRun, confirmLoop });
    return { ...imported, skipped: imported.skipped.map(shownSkipped(language)) };
  },
  async find({ inPath }, { mappings, channels }) {
    const mapping = await mappings.find(inPath.id);
    const ends = [mapping.source, mapping.target];
    const [source, target] = await Promise.all(ends.map(({ chat }) => channels.find(chat)));
    return {
      ...shownMapping(mapping),
      ...(source && { sourceTitle: source.title }),
      ...(target && { targetTitle: target.title }),
    };
  },
  async change({ inPath, body: { label, enabled, ...settings } }, { mappings, who }) {
    const patch = {
      ...(label !== undefined && { label }),
      ...(enabled !== undefined && { enabled }),
      ...(Object.keys(settings).length > 0 && { settings }),
    };
    return shownMapping(await mappings.change(inPath.id, patch, who.id));
  },
  async remove({ inPath: { id } }, { mappings, who }) {
    await mappings.remove(id, who.id);
    return { id, ...isDone };
  },
  async copy({ inPath, body: { to, part } }, { mappings, who }) {
    const changed = await mappings.copySettings(inPath.id, to, part, who.id);
    return { items: changed.map(shownMapping) };
  },
});

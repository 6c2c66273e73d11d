/** What HR of a district changes, for people. */
export const DISTRICT_CHANGE_NAMES = [
  ["hr.export-stopped", "Export stopped"],
  ["export-layout.added", "Layout of exports added"],
  ["export-layout.changed", "Layout of exports changed"],
  ["export-layout.deleted", "Layout of exports deleted"],
  ["local-rule.added", "Local rule added"],
  ["local-rule.changed", "Local rule changed"],
  ["local-rule.deleted", "Local rule deleted"],
  ["degree-date.changed", "Day of a degree changed"],
  ["salary-cutoff.changed", "Salary cut-off changed"],
  ["staff-list.read", "Staff list read"],
  ["staff-list.dropped", "Staff list thrown away"],
  ["staff-list.stopped", "Import of a staff list stopped"],
  ["staff-list.applied", "Staff list imported"],
  ["staff-list.failed", "Import of a staff list taken back"],
  ["staff-list.undone", "Import of a staff list undone"],
  ["staff-list.settings-changed", "How a district’s staff list is read changed"],
] as const;

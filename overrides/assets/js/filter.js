// Filters and sortable columns for what is already on the page. Nothing is stored or sent.
//
// Filter: <form class="filter" data-filtert="#id" hidden> with select[name], input[type=checkbox][name] or
// button[name][value][aria-pressed]; items inside #id carry data-<name>="id id". Values of one name: any of them;
// different names: all of them. The text of [role=status] comes from its data-telling ("{n} van {totaal} ...").
// Sort: <th data-sorteer="tekst|getal">; a cell may give its own key in data-waarde.
(() => {
  const GROUP = ".tijdlijn__lijn, [data-groep]";
  const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });

  // --- filter ---

  const names = (form) => {
    const controls = form.querySelectorAll("select[name], input[name], button[name][aria-pressed]");
    return [...new Set([...controls].map((control) => control.getAttribute("name")))];
  };

  const chosen = (form, name) => {
    const own = [...form.querySelectorAll("[name]")].filter((control) => control.getAttribute("name") === name);
    return own
      .filter((control) => {
        if (control.matches("button")) return control.getAttribute("aria-pressed") === "true";
        if (control.matches("[type=checkbox], [type=radio]")) return control.checked;
        return true;
      })
      .map((control) => control.value)
      .filter((value) => value !== "");
  };

  const hideEmptyGroups = (target) => {
    for (const group of target.querySelectorAll(GROUP)) {
      let members;
      if (group.matches("tr")) {
        members = [];
        for (let row = group.nextElementSibling; row && !row.matches(GROUP); row = row.nextElementSibling) {
          members.push(row);
        }
      } else {
        members = [...group.querySelectorAll("[data-filterbaar]")];
      }
      group.hidden = members.length > 0 && members.every((member) => member.hidden);
    }
  };

  const setUpFilter = (form) => {
    const target = document.querySelector(form.dataset.filtert);
    if (!target) return;
    const all = names(form);
    const items = [...target.querySelectorAll("*")].filter(
      (item) => !item.matches(GROUP) && all.some((name) => item.hasAttribute(`data-${name}`)),
    );
    for (const item of items) item.dataset.filterbaar = "";
    const status = form.querySelector("[role=status]");
    const template = (status && status.dataset.telling) || form.dataset.telling || "{n} van {totaal}";

    const apply = () => {
      const wanted = all.map((name) => [name, chosen(form, name)]).filter(([, values]) => values.length > 0);
      let shown = 0;
      for (const item of items) {
        const fits = wanted.every(([name, values]) => {
          const own = (item.getAttribute(`data-${name}`) || "").split(/\s+/);
          return values.some((value) => own.includes(value));
        });
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      hideEmptyGroups(target);
      if (status) status.textContent = template.replace("{n}", shown).replace("{totaal}", items.length);
    };

    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button[name][aria-pressed]");
      if (!button) return;
      event.preventDefault();
      for (const other of form.querySelectorAll("button[aria-pressed]")) {
        if (other.name === button.name) other.setAttribute("aria-pressed", String(other === button));
      }
      apply();
    });
    form.addEventListener("reset", () => {
      for (const button of form.querySelectorAll("button[name][aria-pressed]")) {
        button.setAttribute("aria-pressed", String(button.value === ""));
      }
      setTimeout(apply);
    });
    form.hidden = false;
    apply();
  };

  // --- sort ---

  const number = (text) => {
    const plain = text.replace(/[^\d,-]/g, "").replace(",", ".");
    return /\d/.test(plain) ? Number(plain) : NaN;
  };

  const key = (row, column, kind) => {
    const cell = row.cells[column];
    if (!cell) return kind === "getal" ? NaN : "";
    const text = (cell.dataset.waarde ?? cell.textContent).trim();
    if (kind !== "getal") return text;
    return cell.dataset.waarde === undefined ? number(text) : Number(cell.dataset.waarde || NaN);
  };

  // Empty values stay at the end, in both directions.
  const compare = (a, b, direction) => {
    const emptyA = a === "" || Number.isNaN(a);
    const emptyB = b === "" || Number.isNaN(b);
    if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
    return direction * (typeof a === "number" ? a - b : collator.compare(a, b));
  };

  const sortBody = (body, column, kind, direction) => {
    const runs = [[]];
    for (const row of [...body.rows]) {
      if (row.matches(`${GROUP}, .totaal`)) runs.push(row, []);
      else runs.at(-1).push(row);
    }
    for (const run of runs) {
      if (!Array.isArray(run)) {
        body.append(run);
        continue;
      }
      const keyed = run.map((row) => [key(row, column, kind), row]);
      keyed.sort(([a], [b]) => compare(a, b, direction));
      body.append(...keyed.map(([, row]) => row));
    }
  };

  const setUpSort = (head) => {
    const table = head.closest("table");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorteer";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("th[aria-sort]")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      for (const body of table.tBodies) sortBody(body, head.cellIndex, head.dataset.sorteer, up ? 1 : -1);
    });
  };

  document.querySelectorAll("th[data-sorteer]").forEach(setUpSort);
  document.querySelectorAll("form.filter[data-filtert]").forEach(setUpFilter);
})();

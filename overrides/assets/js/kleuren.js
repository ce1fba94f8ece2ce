// The button for light and dark colours. Nothing is stored until somebody chooses, and "follow the device" erases it.
// Loaded right after the button, before the page is drawn, so that a stored choice does not flash.
(() => {
  const KEY = "kleuren";
  const CHOICES = [
    ["auto", "Kleuren: zoals je apparaat. Kies lichte kleuren"],
    ["default", "Kleuren: licht. Kies donkere kleuren"],
    ["slate", "Kleuren: donker. Kies zoals je apparaat"],
  ];
  const button = document.querySelector(".kleurknop");
  if (!button) return;

  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const store = (scheme) => {
    try {
      if (scheme === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, scheme);
    } catch {
      // A browser that refuses storage still changes colours on this page.
    }
  };

  let now = Math.max(0, CHOICES.findIndex(([scheme]) => scheme === stored()));
  const show = () => {
    const [scheme, label] = CHOICES[now];
    document.body.dataset.mdColorScheme = scheme;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    now = (now + 1) % CHOICES.length;
    store(CHOICES[now][0]);
    show();
  });
  button.hidden = false;
  show();
})();

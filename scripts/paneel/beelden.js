// Every photo that is chosen or dropped here is drawn anew before the editor gets it: smaller, and without what a
// camera writes in it (place, time, device). What can't be drawn is refused, never passed on as it is.
(() => {
  "use strict";

  // window.BEELDEN: how large a photo may be, as the gate says; beheer.js puts it there before the editor starts.
  const gedaan = new WeakSet();

  function naam(bestand, soort) {
    const kaal = bestand.name
      .replace(/\.[^.]*$/, "")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[^\w-]+/g, "-")
      .toLowerCase()
      .replace(/_/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60);
    return `${kaal || "foto"}.${soort === "image/png" ? "png" : "jpg"}`;
  }

  function doorzichtig(vel, breed, hoog) {
    const punten = vel.getImageData(0, 0, breed, hoog).data;
    for (let i = 3; i < punten.length; i += 4) {
      if (punten[i] < 255) return true;
    }
    return false;
  }

  function opslaan(doek, soort, kwaliteit) {
    return new Promise((klaar) => {
      doek.toBlob(klaar, soort, kwaliteit);
    });
  }

  async function schoon(bestand) {
    const beeld = await createImageBitmap(bestand, { imageOrientation: "from-image" });
    const maat = Math.min(1, window.BEELDEN.langste_zijde / Math.max(beeld.width, beeld.height));
    const doek = document.createElement("canvas");
    doek.width = Math.max(1, Math.round(beeld.width * maat));
    doek.height = Math.max(1, Math.round(beeld.height * maat));
    const vel = doek.getContext("2d");
    vel.drawImage(beeld, 0, 0, doek.width, doek.height);
    if (bestand.type !== "image/jpeg" && doorzichtig(vel, doek.width, doek.height)) {
      const png = await opslaan(doek, "image/png");
      if (png.size <= window.BEELDEN.meeste_bytes) return new File([png], naam(bestand, png.type), { type: png.type });
      vel.globalCompositeOperation = "destination-over";
      vel.fillStyle = "#fff";
      vel.fillRect(0, 0, doek.width, doek.height);
    }
    let jpeg = null;
    for (const kwaliteit of window.BEELDEN.kwaliteiten) {
      jpeg = await opslaan(doek, "image/jpeg", kwaliteit);
      if (jpeg.size <= window.BEELDEN.meeste_bytes) break;
    }
    return new File([jpeg], naam(bestand, jpeg.type), { type: jpeg.type });
  }

  // The editor keeps a photo to itself until all is stored; the page beside the form shows it at once.
  async function meld(bestand) {
    if (!window.BEELDEN.naar) return;
    const tekst = await new Promise((klaar) => {
      const lezer = new FileReader();
      lezer.onload = () => klaar(lezer.result);
      lezer.readAsDataURL(bestand);
    });
    await fetch(window.BEELDEN.naar, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ naam: bestand.name, inhoud: tekst.split(",")[1] }),
    });
  }

  async function schone(bestanden) {
    const doos = new DataTransfer();
    for (const bestand of bestanden) {
      try {
        const nieuw = await schoon(bestand);
        await meld(nieuw);
        doos.items.add(nieuw);
      } catch {
        window.alert(
          `'${bestand.name}' is geen foto die hier gebruikt kan worden. Kies een JPG, PNG of WebP.`,
        );
      }
    }
    return doos;
  }

  document.addEventListener(
    "change",
    async (gebeurtenis) => {
      const veld = gebeurtenis.target;
      if (gedaan.has(gebeurtenis) || !(veld instanceof HTMLInputElement) || veld.type !== "file") return;
      gebeurtenis.stopImmediatePropagation();
      const doos = await schone([...veld.files]);
      veld.files = doos.files;
      if (!doos.files.length) return;
      const opnieuw = new Event("change", { bubbles: true });
      gedaan.add(opnieuw);
      veld.dispatchEvent(opnieuw);
    },
    true,
  );

  document.addEventListener(
    "drop",
    async (gebeurtenis) => {
      if (gedaan.has(gebeurtenis) || !gebeurtenis.dataTransfer?.files.length) return;
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      const doos = await schone([...gebeurtenis.dataTransfer.files]);
      if (!doos.files.length) return;
      const opnieuw = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: doos });
      gedaan.add(opnieuw);
      gebeurtenis.target.dispatchEvent(opnieuw);
    },
    true,
  );
})();

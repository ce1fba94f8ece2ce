// The thread that the search works in: takes in the files of the index, and answers questions meanwhile.
//
// It fetches nothing and keeps nothing; what it is asked stays in it until the page is left.
import "./minisearch.js"; // what the machine imports, so that all is fetched at once
import "./taal.js";
import { Machine, fragment } from "./machine.js";

const machine = new Machine();
let begonnen = false;
const adem = () => new Promise((verder) => { setTimeout(verder); });

const neem = async (bytes) => {
  const deel = JSON.parse(new TextDecoder().decode(bytes));
  if (!begonnen) machine.begin(deel);
  begonnen = true;
  for (const _hap of machine.voegToe(deel)) await adem();
  return { delen: deel.delen_van_index ?? 0 };
};

const antwoord = (vraag) => {
  const { treffers, verbeterd, gezocht } = machine.zoek(vraag);
  return {
    treffers: treffers.map(({ tekst, ...treffer }) => ({ ...treffer, stuk: fragment(tekst, gezocht) })),
    verbeterd,
    bijna: treffers.length || verbeterd ? [] : machine.bijna(vraag),
  };
};

// Each message gets one answer; the first that is sent says that all has been fetched. Whatever goes wrong is told, so
// that the page can say so and show another way on.
onmessage = async ({ data }) => {
  try {
    postMessage("vraag" in data ? antwoord(data.vraag) : await neem(data.neem));
  } catch (fout) {
    postMessage({ fout: String(fout) });
  }
};
postMessage({ gereed: true });

import type { Random } from "../engine/random";

/** Names as they stand in directories of central Europe, with the letters that break careless software. */

function listed(names: string): readonly string[] {
  return names.split(",").map((name) => name.trim());
}

const FIRST_NAMES = listed(`
  Anna, Lukas, Maria, Thomas, Sabine, Michael, Julia, Stefan, Katharina, Andreas, Petra, Martin, Eva,
  Christian, Barbara, Wolfgang, Claudia, Markus, Elisabeth, Florian, Monika, Daniel, Ingrid, Alexander,
  Birgit, Bernhard, Doris, Jürgen, Jana, Tomáš, Zuzana, Jiří, Lenka, Ondřej, Kateřina, Marek, Magdalena,
  Paweł, Agnieszka, Krzysztof, Małgorzata, Łukasz, Zoltán, Katalin, István, Ágnes, Gábor, Réka, Matej,
  Špela, Nejc, Ana, Marko, Ivana, Željko, Dragana, Milan, Jelena, Mehmet, Ayşe, Hüseyin, Luca, Giulia,
  Günther, Käthe, Sören, Heidi, Urs, Regula, Beat
`);

const LAST_NAMES = listed(`
  Gruber, Huber, Bauer, Wagner, Müller, Pichler, Steiner, Moser, Mayer, Hofer, Leitner, Berger, Fuchs, Eder,
  Fischer, Schmid, Winkler, Weber, Schwarz, Maier, Schneider, Reiter, Mayr, Schmidt, Wimmer, Egger, Brunner,
  Lang, Baumgartner, Auer, Binder, Lechner, Wolf, Wallner, Aigner, Ebner, Koller, Lehner, Haas, Schuster,
  Böhm, Köhler, Jäger, Größl, Weiß, Strauß, Novák, Svoboda, Novotný, Dvořák, Černý, Procházka, Kučera,
  Veselý, Horák, Němec, Marek, Pospíšil, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński,
  Szymański, Woźniak, Nagy, Kovács, Tóth, Szabó, Horváth, Varga, Kiss, Molnár, Németh, Farkas, Balogh,
  Novak, Horvat, Kovačič, Krajnc, Zupančič, Potočnik, Kovačević, Marić, Jurić, Petrović, Jovanović, Nikolić,
  Đorđević, Yılmaz, Öztürk, Şahin, Rossi, Bianchi, Von der Heide, Müller-Lüdenscheid, O'Connor, Zimmermann,
  Hübner, Schönberger, Krüger, Vogel, Keller, Frei, Meier, Baumann, Ammann, Zürcher, Stöckli, Thaler,
  Obermüller, Kirchmayr, Zauner, Rainer, Stadler, Hauser, Kaufmann, Neumann, Sommer, Winter
`);

/** Letters that do not come apart into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ł: "l",
  Ł: "L",
  đ: "dj",
  Đ: "Dj",
  ı: "i",
};

/** Lower-case ASCII, as account names are. */
export function accountPart(name: string): string {
  return [...name]
    .map((letter) => PLAIN[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase();
}

export interface PersonName {
  readonly account: string;
  readonly fullName: string;
}

/** Hands out names; an account that is taken gets a number, as directories do it. */
export class NameGiver {
  readonly #random: Random;
  readonly #taken = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(): PersonName {
    const first = this.#random.pick(FIRST_NAMES);
    const last = this.#random.pick(LAST_NAMES);
    const wanted = `${accountPart(first).charAt(0)}.${accountPart(last)}`.slice(0, 18);
    const before = this.#taken.get(wanted) ?? 0;
    this.#taken.set(wanted, before + 1);
    return { account: before === 0 ? wanted : `${wanted}${before + 1}`, fullName: `${first} ${last}` };
  }
}

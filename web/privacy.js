// Personal data that people type by mistake: identity card, mobile and bank card numbers, told by their check digits where
// they have one. Spaces and hyphens within are passed over, full-width digits count.

const NUMBER = /[0-9０-９][0-9０-９ -]*[0-9０-９XxＸｘ]/g;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";

/** @returns {string[]} names of the kinds found, as texts know them: idCard, mobile, bankCard; each once */
export function personalData(text) {
  return [...new Set(Array.from(text.matchAll(NUMBER), ([number]) => kind(number)).filter(Boolean))];
}

/** The text with every such number put out of sight. */
export function masked(text) {
  return text.replace(NUMBER, (number) => (kind(number) ? "＊＊＊" : number));
}

function kind(written) {
  const number = written.normalize("NFKC").replace(/[ -]/g, "").toUpperCase();
  if (/^\d{17}[\dX]$/.test(number) && number[17] === ID_CHECKS[sum(number) % 11]) {
    return "idCard";
  }
  if (/^(86)?1[3-9]\d{9}$/.test(number)) {
    return "mobile";
  }
  return /^\d{16,19}$/.test(number) && passesLuhn(number) ? "bankCard" : null;
}

/** GB 11643. */
function sum(number) {
  return ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(number) {
  const digits = Array.from(number, Number).reverse();
  const total = digits.reduce((sum, digit, i) => sum + (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return total % 10 === 0;
}

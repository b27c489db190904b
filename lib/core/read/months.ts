/**
 * Month names and their abbreviations, one line a month, in Dutch, English, German, French, Spanish, Italian, Portuguese,
 * Polish, Czech, Danish, Norwegian, Swedish, Finnish, Turkish, Hungarian, Romanian, Indonesian, Russian and Ukrainian.
 */
const LINES = [
  'jan januari january januar janner jaenner janvier janv enero ene gennaio gen janeiro stycznia styczen leden ledna tammikuuta tammikuu ocak ianuarie января янв січня',
  'feb febr februari february februar feber fevrier fevr fev febrero febbraio fevereiro lutego luty unora unor helmikuuta helmikuu subat februarie februarius februari февраля фев лютого',
  'mrt maart mar march marz maerz mrz mars marzo março marca marzec brezna brezen marts maaliskuuta maaliskuu mart martie marcius maret марта мар березня',
  'apr april aprile abril abr avril avr kwietnia kwiecien dubna duben huhtikuuta huhtikuu nisan aprilie aprilis апреля апр квітня',
  'mei may mai mayo maggio mag maio maja maj kvetna kveten toukokuuta toukokuu mayis majus мая май травня',
  'jun juni june juin junio giugno giu junho czerwca czerwiec cervna cerven kesakuuta kesakuu haziran iunie junius июня июн червня',
  'jul juli july juil juillet julio luglio lug julho lipca lipiec cervence cervenec heinakuuta heinakuu temmuz iulie julius июля июл липня',
  'aug augustus august aout agosto ago sierpnia sierpien srpna srpen augusti elokuuta elokuu agustos augusztus agustus августа авг серпня',
  'sep sept september septembre septiembre settembre set setembro wrzesnia wrzesien zari syyskuuta syyskuu eylul septembrie szeptember сентября сен вересня',
  'okt oct oktober october octobre octubre ottobre ott outubro out pazdziernika pazdziernik rijna rijen lokakuuta lokakuu ekim octombrie октября окт жовтня',
  'nov november novembre noviembre novembro listopada listopad listopadu marraskuuta marraskuu kasim kasım noiembrie ноября ноя листопада',
  'dec dez december dezember decembre diciembre dicembre dic dezembro grudnia grudzien prosince prosinec desember des joulukuuta joulukuu aralik aralık decembrie desember декабря дек грудня',
];

const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const BY_NAME: ReadonlyMap<string, number> = new Map(
  LINES.flatMap((line, i) => line.split(' ').map((word) => [bare(word), i + 1] as const)),
);

/** 1–12, or null when the word is no month. */
export function monthOf(word: string): number | null {
  return BY_NAME.get(bare(word)) ?? null;
}

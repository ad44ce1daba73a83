import type { TopicWords } from './words';

export const de: TopicWords = {
	sex: [
		'Sex',
		'sex sexuell* sexualität nsfw porno* pornos nackt nackte nackten nackter nacktheit nacktbild* nacktfoto* erotik erotisch* orgasm* masturb* selbstbefriedigung fetisch* genital*',
	],
	violence: [
		'Gewalt',
		'gewalt gewalttat* gewalttätig* mord morde mörder* ermord* vergewaltig* missbrauch* misshandel* misshandl* folter* messerstecherei messerangriff* massaker* völkermord* genozid* bombe bomben bombenanschlag* anschlag anschläge prügelei verprügelt kriegsverbrechen häusliche_gewalt schießerei*',
	],
	death: [
		'Tod',
		'tod tode tot tote toten toter gestorben verstorben* sterben starb stirbt beerdigung* begräbnis* trauerfeier* suizid* selbstmord* leiche* nachruf* getötet* fehlgeburt*',
	],
	illness: [
		'Krankheit',
		'krankheit* krebs krebsdiagnose* tumor* corona covid* pandemie* impfung* impfpflicht chemo chemotherapie* operation krankenhaus* hospiz* diagnos* depression* depressiv* angststörung* panikattacke* essstörung* magersucht bulimie selbstverletz* migräne* schmerzpatient* erbrochen infektion*',
	],
	politics: [
		'Politik',
		'politik politiker* politisch* wahl wahlen wahlkampf* landtagswahl* bundestagswahl* bundestag* bundesregierung* regierung* kanzler* minister* ministerin* parlament* abgeordnete* spd cdu csu fdp afd koalition* opposition* volksentscheid* referendum* faschis* nazi nazis gesetzentwurf* trump putin',
	],
	news: [
		'Nachrichten',
		'nachrichten eilmeldung* schlagzeile* tagesschau pressemeldung* breaking_news',
	],
	food: [
		'Essen',
		'essen gegessen rezept* kochen gekocht mittagessen abendessen frühstück* kuchen torte* pizza* pasta nudeln burger* schnitzel* bratwurst* wurst fleisch steak* schokolade* plätzchen gebacken backen nachtisch* suppe* restaurant* lecker kalorien diät*',
	],
	alcohol: [
		'Alkohol',
		'alkohol* bier biere biergarten wein weine rotwein weißwein whisky wodka gin rum schnaps cocktail* betrunken* besoffen* kater_von sekt glühwein brauerei* prosecco',
	],
	spoilers: ['Spoiler', 'spoiler* staffelfinale serienfinale plot_twist*'],
	'strong-language': [
		'Kraftausdrücke',
		'scheiße* scheiß* scheiss* fick* gefickt arschloch* arschlöcher* wichser* hurensohn* fotze* kacke verdammte_scheiße verpiss* fuck*',
	],
	'eye-contact': [
		'Augenkontakt',
		'augenkontakt blickkontakt blick_in_die_kamera schaut_in_die_kamera blickt_in_die_kamera',
	],
	weapons: [
		'Waffen',
		'waffe waffen schusswaffe* gewehr* pistole* munition handgranate* granate* maschinengewehr* revolver*',
	],
	animals: [
		'Tierleid',
		'tierquälerei tierleid schlachthof* schlachtung* geschlachtet* jagd jäger* tote_tiere totes_tier überfahren* spinne spinnen schlange schlangen insekten',
	],
	selfies: ['Selfie', 'selfie* foto_von_mir bild_von_mir mein_gesicht'],
	religion: [
		'Religion',
		'religion* religiös* gott gottes jesus christus christ* kirche* bibel* koran islam* muslim* moschee* jude juden jüdisch* synagoge* katholi* papst gebet* beten atheis* hindu* buddhis* gottesdienst* predigt*',
	],
};

import type { TopicWords } from './words';

export const en: TopicWords = {
	sex: [
		'sex',
		'sex sexual* nsfw porn* nude nudes nudity naked erotic* orgasm* masturbat* fetish* kink kinky genital* horny lewd',
	],
	violence: [
		'violence',
		'violence violent* murder* rape* raping assault* abuse* abusive abusing torture* stabb* shooting massacre* genocid* beaten_up bomb bombs bombing* bloodshed gore war_crime* domestic_violence terror_attack*',
	],
	death: [
		'death',
		'death deaths died dead dying funeral* suicid* obituar* passed_away killed corpse* buried grieving bereave* miscarriage*',
	],
	illness: [
		'illness',
		'cancer tumour* tumor* covid* pandemic* vaccin* chemo chemotherap* surgery hospital* hospice* diagnos* depression depressed anxiety panic_attack* eating_disorder* anorexi* bulimi* self-harm* chronic_pain migraine* symptoms infection* vomit*',
	],
	politics: [
		'politics',
		'politic* election* elected parliament* congress senate senator* president presidential minister* prime_minister government* referendum* ballot* republican* democrat* tory tories labour_party conservative_party fascis* nazi* trump putin biden brexit campaign_trail legislation geopolitic* uspol ukpol eupol',
	],
	news: [
		'news',
		'breaking_news headline* news_report* newspaper* breaking: according_to_reuters current_affairs',
	],
	food: [
		'food',
		'food foods recipe* cooking cooked dinner lunch breakfast brunch cake cakes pizza* pasta burger* steak bacon chicken beef pork sausage* chocolate cookies baking baked dessert* soup restaurant* delicious calorie* dieting',
	],
	alcohol: [
		'alcohol',
		'alcohol* beer beers wine wines whisky whiskey vodka gin rum cocktail* drunk hangover* booze prosecco champagne brewery pub_crawl cider',
	],
	spoilers: [
		'spoiler',
		'spoiler* season_finale series_finale finale plot_twist* post-credit* ending_of',
	],
	'strong-language': [
		'strong language',
		'fuck* motherfuck* shit shitty bullshit asshole* bastard* bitch* cunt* wanker* bollocks dickhead* goddamn*',
	],
	'eye-contact': [
		'eye contact',
		'eye_contact staring_at_the_camera looking_at_the_camera looks_at_the_camera looking_into_the_camera facing_the_camera',
	],
	weapons: [
		'weapons',
		'weapon* gun guns rifle* pistol* shotgun* firearm* handgun* ammunition ammo grenade* machete* knife_fight tank_shell*',
	],
	animals: [
		'animal harm',
		'slaughter* hunting hunted roadkill animal_cruelty animal_abuse dead_animal* poach* taxiderm* bullfight* dead_bird* dead_cat* dead_dog* spider* snake* insects',
	],
	selfies: ['selfie', 'selfie* photo_of_me picture_of_me photo_of_myself my_face'],
	religion: [
		'religion',
		'religio* jesus christ christian* church* bible quran koran islam* muslim* mosque* jewish judaism synagogue* catholic* pope prayer* praying atheis* hindu* buddhis* sermon*',
	],
};

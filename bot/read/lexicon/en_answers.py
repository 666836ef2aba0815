"""How English says that nobody answered, that somebody would not, and that it is not so: lists that `en` joins to its own.

Built from the parts that such phrases are made of (who is asked, a verb that declines, what is declined), so that a
phrase never seen is known by its parts.
"""

from __future__ import annotations


def _any(*parts: str) -> str:
    return "|".join(parts)


#: What a reporter sends, and what is made of it.
_SENT = r"(?:requests?|calls?|phone calls?|e-?mails?|messages?|texts?|questions?|queries|letters?|inquir(?:y|ies)|enquir(?:y|ies)|attempts?|approaches|voicemails?|faxes|invitations?)"
_NEVER_CAME = (
    r"(?:unanswered|unreturned|ignored|unsuccessful|unheeded|unacknowledged|not (?:immediately )?(?:answered|returned|acknowledged)|without (?:an? )?(?:answer|reply|response))"
)
_ANSWERS = r"(?:answers?|repl(?:y|ies)|responses?|reactions?|comments?|statement|explanation|word|acknowledgement)"
#: What one declines to do.
_TELL = (
    r"(?:comment|discuss|say|talk|speak|elaborate|confirm|answer|respond|reply|speculate|explain|disclose|reveal|divulge|identify|specify|expand|clarify|address|go into|get into|be drawn|"
    r"be (?:interviewed|quoted|named|drawn|pressed|more specific)|give (?:any |further |more )?(?:details?|figures?|an? (?:figure|interview|reason)|reasons)|"
    r"(?:make|offer|provide|give|issue) (?:\w+ ){0,3}?(?:comments?|statement|details?|information|answers?|explanation|response)|share (?:any |further |more )?(?:details?|information|figures)|take (?:any )?(?:further )?questions|add (?:anything|to)|engage (?:with|on|in)|enter into|be more specific)"
)
_REFUSES = (
    r"(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|(?:was|were|is|are|felt|said (?:it|he|she|they) (?:was|were)) (?:unable|unwilling|reluctant|too busy)|(?:was|were|is|are) (?:not|n't) (?:able|willing|prepared|allowed|permitted|authori[sz]ed|at liberty|in a position|going|minded|free|ready)|"
    r"(?:did|do|does) ?(?:not|n't) (?:wish|want|care|intend|feel able)|chose not|opted not|elected not|preferred not|prefers not|saw no (?:reason|need)|would rather not|had no wish|has no wish|had no intention)"
)
_WILL_NOT = r"(?:would|will|wo|could|can|may|might|do|does|did|shall)(?: not|n't|not)(?: be)?(?: \w+ly)?"

SILENT = _any(
    rf"\b{_SENT}\b[^.;“”\"]{{0,110}}?\b(?:went|go|were|was|are|remained?|ha(?:s|ve|d) (?:gone|been|remained|so far been)|(?:had|have|has)(?: not|n't) been)\b (?:all )?(?:{_NEVER_CAME}|returned|answered)(?<!were answered)(?<!was answered)(?<!been answered)(?<!were returned)",
    rf"\b{_SENT}\b[^.;“”\"]{{0,110}}?\b(?:were|was|ha(?:d|ve) been|are)(?: not|n't)(?: yet| immediately)? (?:been )?(?:returned|answered|acknowledged|replied to)",
    rf"\b{_SENT}\b[^.;“”\"]{{0,110}}?\b(?:drew|met with|received|elicited|produced|brought|got|yielded|found|prompted|had) (?:no|only silence|silence|neither)\b",
    rf"\b(?:got|received|heard|have received|has received|there (?:was|has been|had been)) no (?:immediate |further )?{_ANSWERS}\b(?: (?:to|from|at|by|on|when|before|until|yet)\b|[.,;]|$)",
    rf"\b(?:has|have|had) (?:yet|still) to (?:{_TELL}|react|return|come back|get back|send|acknowledge)",
    r"\b(?:has|have|had|did)(?: not|n't|n't yet| so far not| not so far| still not)(?: yet| so far)? (?:commented|responded|replied|answered|reacted|come back|got back|gotten back|been in touch|called back|written back)\b(?! (?:up|in\b))",
    rf"\b(?:has|have|had)(?: not|n't)(?: yet| so far)? (?:provided|offered|sent|issued|supplied|given) (?:\w+ ){{0,3}}?{_ANSWERS}\b",
    r"\b(?:has|have|had) still not (?:commented|responded|replied|answered|reacted|got back)",
    r"\b(?:was|were|has been|have been|had been) (?:approached|contacted|asked) for (?:a )?(?:comment|response|reply|statement)(?! (?:and|but|,|by|on)|,)",
    r"\b(?:did|has|have|had)(?: not|n't) (?:immediately |yet )?(?:take (?:our|his|her|the|repeated) calls?|come to the (?:phone|door)|open the door|call back|write back|come back to|get in touch)",
    r"\b(?:have|has|had|'ve) (?:heard|had|received) (?:absolutely )?nothing(?: (?:back|from|since|yet|so far|in reply|by way of)|[.,;]|$)",
    r"\b(?:nobody|no one|no-one|none)\b[^.;“”\"]{0,60}\b(?:could be (?:reached|found|contacted)|was (?:available|reachable|at (?:home|the office))|answered|picked up|came to the (?:phone|door)|returned|replied|responded|called back|got back|rang back)",
    r"\b(?:efforts|attempts) to (?:reach|contact|get hold of|speak to|obtain)\b[^.;“”\"]{0,80}\b(?:failed|were (?:not|un)\w*|unsuccessful|in vain|came to nothing|proved)",
    r"\b(?:phone|telephone|phones|switchboard|line|doorbell)\b[^.;“”\"]{0,40}\b(?:rang (?:out|unanswered|and rang|without)|went (?:unanswered|dead|to voicemail)|was (?:not answered|off the hook|disconnected))",
    r"\b(?:could|can)(?: not|not|n't)(?: immediately| yet)? be (?:reached|contacted|located|traced|found)\b",
    r"\bdid(?: not|n't) (?:offer|provide|give|send|supply|issue|make) (?:a |an |any |us |the paper |an immediate )*(?:response|reply|answer|comment|statement)s?\b",
    r"^\W*(?:nothing|silence|not a word|no word)(?: (?:so far|yet|back|since|as of (?:now|today)|at all))+\W*$|\bstopped (?:answering|replying|responding|returning)\b|\bcould not be reached\b|\bmissed (?:a |the |our )?deadline\b|\blet (?:the |our |a )?deadlines? (?:pass|lapse|go by)",
)

MUM = _any(
    rf"\b{_REFUSES} to {_TELL}\b",
    rf"\b{_REFUSES} (?:all |any |further |to )?(?:comment|interviews?|an interview|requests? for (?:comment|an interview))\b",
    rf"\b{_WILL_NOT} (?:ever |publicly |normally |usually |generally |typically |routinely |currently )?(?:commenting|discussing|talking about|making|giving|speculating|taking questions|comment|discuss|talk about|elaborate|speculate|expand|engage with|go into|get into|make any|be drawn|speak (?:about|to (?:the )?(?:press|media|reporters|journalists|us))|(?:tell|show|give) (?:us|me|reporters|this (?:newspaper|magazine|site|paper))|respond to (?:\w+ )?(?:rumou?rs?|speculation|gossip|market talk|leaks?|anonymous))\b",
    r"\b(?:would|will|could|can|had|has|have|made|makes?|making|offered?|offers|with|gave) (?:make |have |offer )?no (?:further |other |additional |immediate |public )?comments?\b",
    r"\b(?:is|was|are)(?: not|n't) (?:our|its|his|her|their|the (?:company|bank|group|firm)'s|company|group|bank) (?:\w+ )?(?:practice|policy|habit|custom|place|job)\b|\b(?:is|was)(?: not|n't) (?:one|something|a (?:matter|question|subject)) (?:for (?:us|the company|me|it)|on which)\b",
    r"\b(?:practice|policy|habit|custom|rule)\b[^.;“”\"]{0,30}\bnot to\b|\bas a (?:matter of|general) (?:policy|rule|practice|principle)\b[^.;]{0,40}\b(?:not|never|n't)\b",
    r"\b(?:never|not) (?:publicly )?(?:comments?|discuss(?:es)?|talks?|speaks?) (?:on|about|to|in)?\b",
    r"\b(?:would|will|could|can) (?:add nothing|say nothing|offer nothing|add no more|say no more|offer no more|say little|only say|say only|say no more|say nothing|say no more than|go no further|only confirm|confirm only)\b|\bsaid (?:no more than|nothing (?:more|beyond|further))\b|\b(?:confined|limited|restricted) (?:itself|himself|herself|themselves) to (?:say|a |one |the )",
    r"\b(?:dodged|evaded|ducked|sidestepped|side-stepped|avoided|parried|deflected|skirted|brushed past|ignored|left unanswered|did not answer|didn't answer|would not answer|had no answer (?:to|for)|declined) (?:the |a |that |our |all |any |every |repeated |direct |further )*(?:questions?|question)\b",
    r"\b(?:changed the subject|walked (?:away|off|out|past)|ended the (?:call|interview|conversation)|cut (?:the |short the )?(?:call|interview|conversation)(?: short)?|hung up|(?:put|slammed|laid) (?:down )?the (?:tele)?phone(?: down)?|shut the door|closed the door|drove (?:off|away) without|rang off|waved (?:us|a reporter|reporters|questions) (?:away|off)|was ushered away)\b",
    r"\b(?:referred|directed|redirected) (?:us|me|him|her|(?:a |the |this |our )?(?:reporters?|questions?|queries|inquir(?:y|ies)|enquir(?:y|ies)|requests?|calls?|journalists?|newspaper|paper)|all \w+|further \w+|\w+ questions)(?: \w+){0,3}? (?:back )?to\b(?! (?:its|a|an|the) (?:\w+ )?(?:error|mistake))",
    r"\b(?:citing|cited|cites|invoking|on grounds of|for reasons of) (?:\w+ ){0,3}?(?:confidentiality|client privacy|commercial secrecy|legal privilege|commercial sensitivit\w+|data protection|legal reasons|legal constraints)\b",
    r"\b(?:nobody|no one|no-one|none)\b[^.;“”\"]{0,60}\b(?:would (?:speak|talk|comment|discuss|say)|(?:was|were) (?:willing|prepared|allowed|free|ready|able) to (?:speak|talk|comment|discuss|answer|say)|wanted to (?:speak|talk|comment))",
    r"\b(?:kept|keeps|keeping|remained?|remains|stayed|stays) (?:silent|mum|quiet|tight-lipped|close-lipped|schtum|shtum|coy|evasive|guarded|non-?committal)\b|\b(?:is|are|was|were) (?:tight-lipped|close-lipped|evasive|non-?committal|saying nothing|giving nothing away)\b",
    r"\bnot (?:for|a matter for|appropriate (?:for|to)|proper (?:for|to)|right (?:for|to)|fair (?:for|to)|helpful (?:for|to))\b[^.;“”\"]{0,30}\b(?:comment|discuss|say|speculate)\b|\b(?:inappropriate|premature|improper|wrong|unfair|unwise|imprudent) (?:for (?:\w+ ){1,3})?to (?:comment|discuss|say|speculate|go into)\b",
    r"\b(?:is|was|are|were|remains?) (?:a )?(?:private|confidential|internal) (?:matter|affair|business)?(?=[.,;”\"]|$)|\b(?:commercially|market) sensitive\b|\bsub judice\b|\bbefore the courts?\b",
    r"\b(?:nothing|no more) (?:else |more |further |new )?(?:to (?:say|add|share|announce|report|disclose|contribute)|for you)\b",
    r"\b(?:offered|gave|had|issued) (?:a (?:terse|curt|brief|flat) )?[\"“']?no comment\b",
    r"^\W*(?:go away|get lost|clear off|leave (?:me|us) alone|goodbye|not interested|(?:talk|speak) to (?:my|our) lawyers?)\W*$|\bstonewall\w*|\bpleaded the fifth\b|\bwould not (?:be )?(?:drawn|pressed)\b|\bkept (?:its|his|her|their) (?:lips|mouth) (?:sealed|shut)\b",
    r"\bneither (?:confirmed n?or denied|confirms n?or denies|confirm n?or deny|denied n?or confirmed|deny n?or confirm)\b|\b(?:not|n't) (?:confirm|deny) (?:or|nor) (?:deny|confirm)\b",
)

DENY = _any(
    r"\b(?:repudiat(?:ed|es)|disavow(?:ed|s)|disown(?:ed|s)|rubbish(?:ed|es)|pooh-?pooh(?:ed|s)|pour(?:ed|s) scorn on|laugh(?:ed|s) off|scoff(?:ed|s) at|(?:swat|bat)(?:ted|s) (?:away|aside)|wav(?:ed|es) (?:away|aside)|shrug(?:ged|s) off|gave short shrift|"
    r"t(?:ook|akes?) exception to|discount(?:ed|s) (?:talk|reports?|rumou?rs?|speculation|suggestions?|the (?:idea|possibility|notion|report|suggestion)))\b",
    r"\bchallenge(?:d|s)\b(?=\ (?:\S+\ ){0,5}?(?:reports?|claims?|allegations?|accusations?|account|figures?|numbers?|characteri[sz]ation|suggestions?|accuracy|version|assertions?|findings|story|stories|premise|description)\b)",
    r"\breject(?:ed|s|ing)?\b,? (?:\w+ ){0,6}?(?:what|any (?:suggestion|notion|idea|claim)|outright|out of hand|completely|categorically)\b",
    r"\b(?:gave|issued|made|offered|delivered) (?:a|an) (?:\w+ ){0,2}denial\b|\bin a (?:\w+ )?denial\b",
)

UNAWARE = _any(
    r"\b(?:the )?first (?:that |time )?(?:he|she|it|they|I|we|anyone|anybody|the company)(?:'ve| has| have| had)? (?:ever |even )?(?:heard|hear|learn\w*|knew|know)\b",
    r"\b(?:no|without any|any|no earlier) (?:recollection|memory|inkling|clue|awareness|knowledge) (?:of|that|about)\b|\b(?:has|have|had) no (?:idea|clue) (?:what|where|who|why|how|of)\b|\b(?:could|can|did|do|does)(?: not|n't|not) recall\b",
    r"\bnot (?:been )?familiar with (?:any|the|such|that|this|those)\b|\bunfamiliar with\b|\b(?:mystified|baffled|puzzled|bewildered|nonplussed|perplexed) (?:by|at|as to|about|where)\b|\bcompletely in the dark\b",
    r"\b(?:know|knows|knew|heard|hears|aware) (?:absolutely )?nothing (?:of|about|at all)\b|\bno (?:such )?(?:complaint|report|incident|notice|warning|claim|inquiry|enquiry)s? (?:of \w+ |about \w+ )?(?:ha[sd]|have|was|were) (?:ever )?(?:been )?(?:reported|received|brought|raised|made|drawn) (?:to|with|by)? ?(?:us|it|the company|its|our|them|me)",
)

UNDECIDED = _any(
    r"\b(?:not|n't|never|yet to)(?: yet| been)* (?:made|make|making) up (?:its|our|their|his|her|my) minds?\b",
    r"\b(?:yet|still) to (?:be )?(?:decide[d]?|determine[d]?|settle[d]?|agree[d]?|finali[sz]e[d]?)\b|\byet to (?:make|take|reach) (?:a|any|its) (?:\w+ )?(?:decision|conclusion|choice)",
    r"\b(?:no|without (?:a|any)) (?:final |firm |formal |definitive |such )?(?:decisions?|conclusions?|agreement|choice)\b (?:has|have|had|is|was|were|been|on|about|as to|either)",
    r"\bnothing (?:is|was|has been|had been|'s been) (?:yet )?(?:signed|decided|settled|agreed|final|set in stone|off the table|ruled (?:in|out)|concluded)\b|\bnot (?:yet )?(?:a )?done deal\b|\bruled nothing (?:in|out)\b|\bruling nothing (?:in|out)\b",
    r"\b(?:all|every|a range of|a number of|various|several|its|our) options? (?:remain|remains|are|is|were|was) (?:still )?(?:open|on the table|under (?:review|consideration)|being (?:weighed|considered|examined|explored))\b|\b(?:weighing|considering|assessing|examining|exploring|reviewing|evaluating) (?:all |its |our |a range of |various |several |different )+options\b",
    r"\btoo (?:early|soon) to (?:say|tell|know|comment|decide|speculate)\b|\b(?:is|was|are|were|remains?) (?:still )?(?:undecided|up in the air|to be decided)\b|\bmay (?:yet )?or may not\b(?! lead)",
)

FALSE = _any(
    r"\b(?:fakes|concocted|trumped[ -]up|far-?fetched|laughable|ludicrous|ridiculous|absurd|preposterous|outlandish|fanciful|outrageous|figment|imaginary|malarkey|claptrap|poppycock|codswallop|bollocks|piffle|hokum|twaddle|cobblers|cock-and-bull|plucked (?:from|out of) (?:the |thin )?air|fairy ?tales?|tall (?:story|tale)s?)\b",
    r"\b(?:absolutely|certainly|definitely|categorically|emphatically|most definitely|definitively|decidedly) not\b|\bnot in the (?:least|slightest)\b|(?<!of )(?<!received )(?<!had )\bno such (?:thing|plans?|payments?|talks|deal|agreement|meeting|conversation|discussions?|decision|incident|breach|order|request|instruction|memo|document|policy|practice|problem|fault|programme|scheme|arrangement|contract|relationship|intention)\b",
    r"\bnothing could be further from\b|\b(?:bears?|bore|has|have|had) no (?:relation|resemblance|relationship) (?:whatsoever )?to (?:reality|the (?:facts?|truth))\b|\b(?:at odds|inconsistent) with (?:the )?(?:facts?|reality|truth)\b|\bcontrary to (?:the )?facts?\b|\b(?:does|do|did)(?: not|n't) (?:match|square with|correspond (?:to|with)|tally with|fit|stand up to|bear) (?:the )?(?:facts?|reality|truth|scrutiny)\b",
    r"\bnot (?:one|a single) (?:word|shred|scrap|iota|ounce|grain)\b|\bno (?:shred|scrap|iota|ounce|grain|word) of (?:truth|evidence|it)\b|\bmistruths?\b|\bnot (?:factually )?(?:correct|accurate)\b|\b(?:factually|demonstrably|patently|manifestly|plainly|blatantly|utterly|wholly|totally|completely|entirely) (?:wrong|inaccurate|incorrect|untrue|false|mistaken|unfounded|baseless)\b",
)

ATTACK = _any(
    r"\b(?:saddened|dismay(?:ed|ing)|dispirit\w+|disheartened|hurtful|scurrilous|ill-informed|uninformed|misinformed|misguided|mud-?slinging|through the mud|idle talk|trial by media|vendetta|hyperbole|hysteri\w+|overstated|sour|opportunistic|politically motivated|frighten|storm in a teacup|out of (?:all )?proportion|old news|old allegations|nothing new)\b",
    r"\b(?:playing politics|political (?:games?|stunts?|point-scoring)|grandstanding|publicity stunt|cares? (?:deeply|passionately|greatly|very much)|(?:be|been) sued|(?:will|would|shall) sue|stolen (?:documents|papers|data|material|e-?mails|property)|(?:had been|were|was) stolen|ahead of (?:\w+ )?(?:talks|negotiations))\b",
    r"\b(?:motives?|campaign (?:against|of|to)|draw your own conclusions|tale to tell|axes? to grind|score to settle|scores to settle|hear from (?:us|our (?:lawyers|solicitors))|see (?:you|them|him) in court|(?:threaten|vow|promis|prepar|intend)\w* (?:to )?(?:sue|take legal|legal|bring (?:an? )?(?:action|claim))|(?:reserv(?:es?|ed|ing)) (?:all )?(?:its|our|their|the) (?:\w+ )?rights?)\b",
    r"\b(?:within|in (?:full )?(?:accordance|compliance|line|conformity) with) (?:all |the |its |our |applicable |relevant |local |every |both )*(?:laws?|rules|regulations?|requirements|standards|guidelines|guidance|legislation|letter|obligations|protocols?|procedures?|contracts?|licen[cs]e)\b|\b(?:meets?|met|exceeds?|follow(?:s|ed)?|adher\w+ to|abid\w+ by|observ\w+|fulfil(?:s|led)?) (?:with )?(?:all |every |the |its |our |applicable |relevant |legal |any )+(?:legal |relevant |applicable |regulatory |statutory |safety )*(?:laws?|rules|regulations?|requirements?|standards?|obligations?|codes?|guidelines)\b",
    r"\b(?:legitimate|zero[- ]tolerance|code of (?:conduct|ethics)|our values|its values|good faith|highest levels?|utmost (?:care|importance|seriousness)|paramount|duty of care|best interests|proud record|robust (?:processes|procedures|systems|controls|safeguards))\b",
)

HOLD = _any(
    r"\b(?:running|going|proceeding|progressing|developing|moving) (?:exactly |entirely |fully |very much |just )?(?:to plan|according to plan|as planned|normally|smoothly|on time|well|ahead)\b|\bwhere (?:it|they|we|things) (?:should|ought to|want\w*|need\w*|expect\w*|plan\w*)\b",
    r"\b(?:has|have|had|with|enjoys?|retains?) (?:a (?:secure |bright |long )?future|the (?:full |complete |total )?(?:backing|support|confidence|trust)|(?:ample|sufficient|adequate|plenty of|more than enough|enough) (?:funds?|cash|money|liquidity|reserves|capital|resources|time|stocks?))\b",
    r"\b(?:will|would|shall|to|'ll|is|are|am|'m|was|were) (?:stay(?:ing)?|remain(?:ing)?|continu(?:e|ing)|here)\b(?= (?:in|as|at|on|with|to|put|here|open|chief|chair|head)\b|[.,;”\"]|$)|\bgoing nowhere\b|\bhere to stay\b",
    r"\b(?:is|are|was|were|has been|have been|had been|being|be|gets?|got) (?:\w+ly )?(?:safe|sound|solvent|sealed|secure|intact|genuine|real|legal|lawful|clean|paid|settled|honou?red|up to date|in (?:good )?(?:order|working order)|tested|inspected|compliant|delivered|shipped|fulfilled)\b",
    r"\bwhy (?:on earth |ever |in the world )?(?:would|should|do|did) (?:we|I|anyone|anybody|they|it|you|he|she)\b|\b(?:if|were) (?:that|it|this) (?:were|was|had been) (?:true|so|the case)\b",
)

CONFIRM = r"\b(?:accept(?:ed|s)\ that|own(?:ed|s)\ up|c(?:ame|omes)\ clean|conced(?:ed|es)|did(?:\ not|n't)\ (?:deny|dispute|contest|challenge|quarrel\ with))\b(?!\ (?:offer|bid|proposal|invitation|role|job|post)\b)"

SAY = _any(
    r"\b(?:assert(?:ed|s)|affirm(?:ed|s)|reiterat(?:ed|es)|repeat(?:ed|s)|reaffirm(?:ed|s)|protest(?:ed|s)|object(?:ed|s)|emphasi[sz](?:ed|es)|underlin(?:ed|es)|underscor(?:ed|es)|clarif(?:ied|ies)|remark(?:ed|s)|observ(?:ed|es)|quipp?(?:ed|s)|text(?:ed|s)|messag(?:ed|es)|blam(?:ed|es)|"
    r"attribut(?:ed|es)|sw(?:ore|ears)|indicat(?:ed|es)|reckon(?:ed|s)|volunteer(?:ed|s)|recall(?:ed|s)|warn(?:ed|s)|shrugg?(?:ed|s)|laugh(?:ed|s)|sniff(?:ed|s)|sigh(?:ed|s)|grumbl(?:ed|es)|mutter(?:ed|s)|thunder(?:ed|s)|fum(?:ed|es)|(?:was|were|is|are) (?:adamant|emphatic|categorical|unequivocal|blunt|clear)|"
    r"let it be known|ma(?:de|kes?) (?:it )?(?:clear|plain)|g(?:ave|ives?) (?:an? )?assurances?|put(?:s|ting)? the (?:number|figure|total|cost|price|amount|sum|toll|bill|size|value)|question(?:ed|s) the|accus(?:ed|es)|threaten(?:ed|s))\b",
)

FIRM = (
    r"\b(?:the|its|his|her|their|this|that|our) (?:\w+[ -]){0,3}?(?:\w+maker|\w+builder|brewery|distillery|winery|bakery|mill|quarry|cinema|hotel|restaurant|garage|nursery|trust|federation|mutual|studios|lab|laboratory|brokerage|bookmaker|casino|streamer|telco|trader|"
    r"outfitter|marketplace|caterer|consultancy|dealership|pharmacy|laundry|boatyard|dockyard|creamery|smelter|tannery|foundry|law firm|tour operator|software house)\b|"
    r"(?:(?<=\n)|(?<=[.!?] )|^)(?:management|bosses|company (?:officials|bosses|executives|lawyers|managers)|head office)\b(?= (?:\w+ly )?(?:said|says|told|insist|den|declin|refus|did|had|have|would|at the))"
)

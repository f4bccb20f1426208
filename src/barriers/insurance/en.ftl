# Insurance. Gaps: $cover the level asked for, $annual the yearly value, $times how often the one holds the other.

insurance-at-tender = The documents ask bidders to hold the insurance when they bid.
    .title = Insurance before the award
    .why = Cover costs money every month. A small organisation that has to buy it before it knows whether it has won either pays for nothing or does not bid.
    .law = The documents ask for insurance to be in place before the contract is awarded. Under the rules that apply here, that may not be a condition of taking part.
    .award = The documents ask for insurance to be in place before the contract is awarded.
    .papers = Bidders are asked to send insurance papers with their bid.
    .suggestion = You do not need this cover to bid. Tell us that you have it or will have it by the start of the contract. You may include what it costs in your price, or show it separately.
    .question = May bidders confirm that they will have the insurance in place by the start of the contract, instead of holding it when they bid?

insurance-employers-liability = Employers’ liability cover of { $cover } is asked for. The law asks for { $statutory }.
    .title = Employers’ liability above the legal minimum
    .why = Most insurers give £10 million as a matter of course, so up to that it is a small point. Above it, or where an organisation employs nobody, it can mean buying a policy for one contract.
    .test = { $cover } asked for, { $statutory } required by law.
    .suggestion = Employers’ liability insurance as the law requires ({ $statutory } at least), if you employ anyone.
    .question = Would employers’ liability cover at the legal minimum of { $statutory } be enough? Does the requirement apply to organisations without employees?

insurance-public-liability = Public liability cover of { $cover } is asked for, { $times } times the yearly value of { $annual }.
    .title = High public liability cover for this contract
    .title-query = Public liability cover to weigh
    .why = Policies made for charities and small organisations often stop at £2 million or £5 million. More has to be bought for the one contract, if an insurer offers it at all.
    .test = { $cover } ÷ { $annual } a year = { $times } times.
    .query = Public liability cover of { $cover } is asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Public liability insurance of £2 million (£5 million where the work carries a real risk to others), as our risk assessment shows. Tell us if your insurer needs a different level and we will consider it.
    .question = What risk is the public liability level of { $cover } based on, and would a lower level be accepted?

insurance-professional-indemnity = Professional indemnity cover of { $cover } is asked for, { $times } times the yearly value of { $annual }.
    .title = High professional indemnity cover for this contract
    .title-query = Professional indemnity cover to weigh
    .why = This is the dearest cover that small organisations are asked for, and it is only of use where advice, design or clinical judgement is given.
    .test = { $cover } ÷ { $annual } a year = { $times } times.
    .query = Professional indemnity cover of { $cover } is asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Professional indemnity insurance only for the part of the work that is advice or design, of £500,000 to £1 million, in the aggregate.
    .question = For which part of the work is professional indemnity cover of { $cover } needed, and would a lower level be accepted?

insurance-product-liability = Product liability cover of { $cover } is asked for, { $times } times the yearly value of { $annual }.
    .title = Product liability cover
    .title-query = Product liability cover to weigh
    .why = Product liability comes with most public liability policies at the same level. Asked for by itself, or where nothing is supplied, it is one more policy to buy.
    .test = { $cover } ÷ { $annual } a year = { $times } times.
    .query = Product liability cover of { $cover } is asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Product liability insurance only if you supply goods under this contract, at the same level as public liability.
    .question = Is product liability cover of { $cover } needed, as far as no goods are supplied under this contract?

insurance-cyber = Cyber cover of { $cover } is asked for, with a yearly value of { $annual }.
    .title = Cyber insurance
    .title-query = Cyber insurance to weigh
    .why = Few small organisations hold a cyber policy. Good controls protect people’s data better than a policy does.
    .test = { $cover } ÷ { $annual } a year = { $times } times.
    .query = Cyber cover of { $cover } is asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Tell us how you keep personal data safe: Cyber Essentials or equivalent controls are enough. A cyber policy is not required.
    .question = Would Cyber Essentials or equivalent controls be accepted instead of a cyber policy?

insurance-medical-malpractice = Medical malpractice cover of { $cover } is asked for, with a yearly value of { $annual }.
    .title = Medical malpractice cover
    .unrelated = Medical malpractice cover is asked for, although the contract is not for clinical work.
    .need = Medical malpractice cover is asked for. It is of use only where clinical care is given; a person has to say whether that is so here.
    .why = This cover is sold to those who give clinical care. Others can hardly buy it.
    .test = { $cover } ÷ { $annual } a year = { $times } times.
    .query = Medical malpractice cover of { $cover } is asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Medical malpractice insurance only if you give clinical care under this contract.
    .question = Is medical malpractice cover needed for the parts of the service that are not clinical?

insurance-abuse = Abuse cover of { $cover } is asked for.
    .title = High level of abuse cover
    .no-inner-limit = Abuse cover without an inner limit is asked for.
    .why = Insurers commonly give this cover with an inner limit well below the public liability limit. More is often not to be had, however safe an organisation is.
    .suggestion = Tell us what abuse cover your insurer can give. We will not reject a bid for an inner limit without talking to you.
    .question = Will cover with an inner limit for abuse claims be accepted?

insurance-many-types = { $count } kinds of insurance are asked for.
    .title = Many kinds of insurance
    .why = Each kind is a policy to find, buy and prove. Kinds that have nothing to do with the work are often left over from a template.
    .test = { $count } kinds of cover, for a contract of { $annual } a year.
    .suggestion = Name only the kinds of insurance that this work needs, and say why each is needed.
    .question = Are all { $count } kinds of insurance needed for this contract?

insurance-onerous-terms = The insurance is to meet special terms.
    .title = Special terms for the insurance
    .run-off = Cover is to be kept for { $years ->
        [one] one year
       *[other] { $years } years
    } after the end of the contract.
    .title-run-off = Cover to be kept long after the end
    .waiver = The insurer is to waive its right to claim from others (waiver of subrogation).
    .rated = The insurer is to hold a certain credit rating.
    .joint-names = The buyer is to be named in the supplier’s policy.
    .principals = The policy is to indemnify the buyer (indemnity to principals).
    .why = Standard policies of small organisations do not have such terms. Insurers add them at a price, or not at all.
    .why-run-off = Cover after the end is paid from no income, and keeps an organisation that closes from closing.
    .suggestion = Insurance on ordinary terms, with a reputable insurer.
    .suggestion-run-off = Cover for the term of the contract, and for as long after it as claims can reasonably be expected: we propose one year.
    .question = Will a policy on the insurer’s ordinary terms be accepted?
    .question-run-off = What claims are expected after the end of the contract, and would a shorter time of cover be accepted?

enabler-insurance-by-start = Bidders may promise the insurance and have it by the start of the contract.
    .title = Insurance by the start, not at the bid
    .why = Nobody has to pay for cover before they have won.

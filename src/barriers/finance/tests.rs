//! What is read from wordings as tenders have them, and what is left alone.

use crate::fact::{Fact, Stance};
use crate::list::Listed;
use crate::{Pack, read};

/// The facts of a kind in a Markdown text.
fn facts(text: &str, kind: &str) -> Vec<Fact> {
    let pack = Pack::understand(vec![read::read("a.md", text.as_bytes())]);
    let report = pack.judge(&crate::Given::default());
    report.facts.iter().filter(|f| f.kind == kind).cloned().listed()
}

/// The values of the facts of a kind that ask for something, in order.
fn asked(text: &str, kind: &str) -> Vec<f64> {
    facts(text, kind).iter().filter(|f| f.asked()).filter_map(Fact::number).listed()
}

fn each(kind: &str, cases: &[(&str, &[f64])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, values)| {
            let got = asked(text, kind);
            (got != *values).then(|| format!("{got:?} instead of {values:?}: {text}"))
        })
        .listed();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn silent(kind: &str, cases: &[&str]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|text| {
            let got: Vec<_> = facts(text, kind).into_iter().filter(|f| f.stance != Stance::RuledOut).listed();
            (!got.is_empty()).then(|| format!("{:?} {:?}: {text}", got[0].value, got[0].stance))
        })
        .listed();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn minimum_turnover() {
    each(
        "finance.turnover_minimum",
        &[
            ("Minimum annual turnover required: £1,000,000", &[1e6]),
            ("Applicants must have an annual turnover in excess of £350,000 for each of the last 2 years.", &[350e3]),
            ("Please confirm that your organisation's turnover exceeds £500,000 per annum.", &[500e3]),
            ("Organisations with an annual turnover of less than £1.5m will not be considered.", &[1.5e6]),
            ("The Council requires a minimum turnover of £2million per annum for this contract.", &[2e6]),
            (
                "Bidders will be required to have an average yearly turnover of a minimum of 1000000 GBP for the last 3 years.",
                &[1e6],
            ),
            ("Bidders should have a “general” yearly turnover of at least 750,000.00 GBP", &[750e3]),
            ("## Financial standing\n\nTurnover threshold: £400,000", &[400e3]),
            ("4B.1.2 Average yearly turnover: bidders need a minimum of 250 000 GBP over the last 3 years.", &[250e3]),
            ("What was your turnover in the last two financial years? (Minimum requirement: £300,000)", &[300e3]),
            (
                "The minimum turnover required is: Lot 1 - £100,000; Lot 2 - £250,000; Lot 3 - £500,000.",
                &[100e3, 250e3, 500e3],
            ),
            ("Your organisation must demonstrate a turnover of £150k in each of the last three years.", &[150e3]),
            ("A turnover of at least twice the annual contract value, i.e. £600,000, is required.", &[600e3]),
            ("A yearly turnover of two times the annual value (2 x £75,000 = £150,000) is required.", &[150e3]),
            ("Bidders must show that their annual income exceeds £200,000.", &[200e3]),
            ("Bidders whose latest turnover falls below £500,000 will fail this question.", &[500e3]),
            ("We will not consider bidders with a turnover under £250,000.", &[250e3]),
            ("The tenderer's turnover in each of the last 3 financial years should be not less than £5M.", &[5e6]),
            ("Where a tenderer does not have a turnover of £80,000 it will be excluded.", &[80e3]),
            ("You must have a turnover of not less than five hundred thousand pounds.", &[500e3]),
            ("## Economic and financial standing\n\nAnnual turnover (minimum £1m)", &[1e6]),
            ("It is expected that bidders will have an annual turnover of at least £120,000.", &[120e3]),
            ("Only organisations with a turnover of more than £90,000 a year will be invited.", &[90e3]),
            ("We are looking for a provider with a turnover of at least £60,000.", &[60e3]),
            ("£250,000 of annual turnover is the minimum that we ask for.", &[250e3]),
            (
                "Economic and financial standing - minimum level(s) of standards possibly required: general annual turnover \
                 1,000,000 GBP. Employers liability insurance 10,000,000 GBP. Public liability insurance 5,000,000 GBP.",
                &[1e6],
            ),
            ("4B.1 Turnover. 2017-18 - 500,000 GBP 2016-17 - 400,000 GBP, minimum", &[500e3, 400e3]),
            (
                "| Lot | Yearly value | Minimum turnover |\n|---|---|---|\n| 1 | £40,000 | £80,000 |\n| 2 | £60,000 | £120,000 |",
                &[80e3, 120e3],
            ),
            (
                "| Test | Pass mark |\n|---|---|\n| Turnover | at least £300,000 in the last year |\n| Net assets | £50,000 |",
                &[300e3],
            ),
            ("Minimum yearly turnover needed for each lot:\n\n- Lot 1: £50,000\n- Lot 2: £75,000", &[50e3, 75e3]),
            (
                "A minimum turnover is set for each lot. The figure is £50,000 for Lot 1 and £75,000 for Lot 2.",
                &[50e3, 75e3],
            ),
            ("Turnover: GBP 500,000 minimum. Insurance: GBP 5,000,000 minimum.", &[500e3]),
            ("Minimum turnover (£): 65,000", &[65e3]),
            ("Turnover – min £150,000 pa", &[150e3]),
            ("Bidders need the following yearly turnover: Lot 1 GBP 1,500,000; Lot 2 GBP 2,500,000", &[1.5e6, 2.5e6]),
            ("Minimum turnover levels apply: £100k (Lot 1), £200k (Lot 2), £300k (Lot 3).", &[100e3, 200e3, 300e3]),
            ("What is your turnover in each of the last two years? Pass mark: an average of £420,000.", &[420e3]),
            ("An average annual turnover of £7 m over the last three years is required.", &[7e6]),
            ("Tenderers must have a specific turnover, in the area covered by the contract, of £45,000.", &[45e3]),
            ("The gross annual income of the tenderer must be at least £75,000.", &[75e3]),
        ],
    );
}

#[test]
fn lots_have_their_own_turnover() {
    let text = "A minimum turnover of £50,000 is required for Lot 1 and £75,000 for Lot 2.";
    let lots: Vec<_> = facts(text, "finance.turnover_minimum").into_iter().map(|f| f.lot).listed();
    assert_eq!(lots, [Some("Lot 1".to_owned()), Some("Lot 2".to_owned())]);
}

#[test]
fn turnover_that_is_no_demand() {
    silent(
        "finance.turnover_minimum",
        &[
            "Please state your turnover for the last three years: £",
            "SMEs (fewer than 250 staff and a turnover below £44 million) are encouraged to bid.",
            "Is your turnover less than £632,000 (micro), £10.2m (small) or £36m (medium)?",
            "The café had a turnover of £180,000 last year. Bidders must visit it.",
            "The estimated annual turnover of the concession is £95,000, which must not be relied on.",
            "Suppliers whose annual turnover is over £1m must complete a carbon plan.",
            "The Supplier's total liability shall not exceed £1m or 10% of its annual turnover.",
            "A commission of 5% of turnover above £50,000 must be paid to the Council.",
            "Does your organisation turn over £36 million or more a year? You must then meet section 54 of the Modern Slavery Act.",
            "Suppliers must register for VAT above a taxable turnover of £90,000.",
            "Households with a gross annual income below £20,000 must be given priority by the provider.",
            "The provider must generate an annual income of £50,000 from ticket sales.",
            "Bidders with a turnover of less than £100,000 need not send accounts.",
            "Loss of profits, turnover, savings or goodwill, in each case above £5,000, is required to be notified.",
            "Debtors turnover ratio must be shown. Contracts over £100,000 need approval.",
            "Staff turnover of the current provider is 30%, at a cost of £50,000 which must be reduced.",
            "The minimum turnover is given in the notice. Public liability insurance of £5,000,000 is required.",
            "| Turnover | Points |\n|---|---|\n| over £1,000,000 | 5 marks |\n| £100,000 to £1,000,000 | 3 marks |",
        ],
    );
}

#[test]
fn turnover_as_a_multiple() {
    each(
        "finance.turnover_multiple",
        &[
            ("Turnover must be at least 1.5 times the annual value of the contract.", &[1.5]),
            ("Bidders need a turnover of 150% of the contract value.", &[1.5]),
            ("The annual contract value should not exceed 40% of the tenderer's annual turnover.", &[2.5]),
            ("The contract value may be at most one third of your turnover.", &[3.0]),
            ("The bidder's turnover must be equal to or greater than the annual contract value.", &[1.0]),
            ("Minimum turnover: 2 x annual contract value", &[2.0]),
            ("| Test | Minimum |\n|---|---|\n| Turnover | twice the yearly value of the lot |", &[2.0]),
            ("The council will not ask for a turnover of more than twice the value of the contract.", &[]),
            ("A bond of 10% of the contract value is required. Turnover is not looked at.", &[]),
            ("Turnover should be double the price that is tendered, per annum.", &[2.0]),
        ],
    );
    let basis = |text: &str| facts(text, "finance.turnover_multiple")[0].basis.clone().unwrap_or_default().into_owned();
    assert_eq!(basis("Turnover must be twice the yearly value."), "annual");
    assert_eq!(basis("Turnover must be twice the estimated contract value in each year of two."), "total");
}

#[test]
fn no_turnover_test() {
    for text in [
        "There is no minimum turnover for this contract.",
        "No turnover threshold applies.",
        "A minimum turnover is not required.",
        "We do not set a minimum level of turnover.",
        "Turnover will not be assessed.",
        "There is no requirement for a minimum turnover.",
    ] {
        let found = facts(text, "finance.turnover_minimum");
        assert_eq!(found.iter().map(|f| f.stance).listed(), [Stance::RuledOut], "{text}");
    }
}

#[test]
fn years_of_accounts() {
    each(
        "finance.accounts_years",
        &[
            ("Bidders must submit their last three years' audited accounts.", &[3.0]),
            ("Please provide copies of your audited accounts for the past 2 financial years.", &[2.0]),
            ("The two most recent sets of annual accounts must be enclosed.", &[2.0]),
            ("Financial statements for the last three (3) years are required.", &[3.0]),
            ("A copy of the most recent two years’ accounts (audited if the law requires it) is to be sent.", &[2.0]),
            ("Balance sheet and profit and loss account for the latest full financial year must be provided.", &[1.0]),
            ("You must keep your financial accounts for six years after the contract.", &[]),
            ("The supplier must maintain records and accounts for at least 7 years.", &[]),
            ("The Council publishes its annual accounts for the last three years.", &[]),
            ("Accounts will be opened for users within 2 years and must be provided with passwords.", &[]),
        ],
    );
}

#[test]
fn years_of_trading() {
    each(
        "finance.trading_years",
        &[
            ("Bidders must have been trading for at least 3 years.", &[3.0]),
            ("A minimum of two years' trading history is required of each bidder.", &[2.0]),
            ("The organisation must have been established for not less than 5 years.", &[5.0]),
            ("Your company should have been in business for a minimum of 12 months.", &[1.0]),
            ("The equipment must have an operating life of at least 8 years.", &[]),
            ("If you have been trading for less than two years, please send a forecast.", &[]),
            ("The supplier must have been trading honestly for the whole 3 years of the contract.", &[]),
            ("The contract must run for at least two years. Trade waste is collected daily.", &[]),
        ],
    );
}

#[test]
fn scores() {
    each(
        "finance.credit_score",
        &[
            ("A minimum Experian score of 51 is required.", &[51.0]),
            ("Bidders must have a credit score of at least 50 out of 100.", &[50.0]),
            ("A Dun & Bradstreet failure score above 20 is needed to pass.", &[20.0]),
            ("We use Creditsafe. Its score runs from 1 to 100. A score lower than 30 is a fail.", &[30.0]),
            ("A risk score of 12 or more on the register must be escalated to the board.", &[]),
            ("Bidders must reach a score of 60% for quality.", &[]),
            ("The credit rating of the insurer must be at least 5 with the agency.", &[]),
            ("The financial risk rating must be no worse than 3.", &[3.0]),
            ("The minimum acceptable D & B failure score is 10.", &[10.0]),
            ("The supplier must notify the council if its credit rating falls below 30.", &[]),
        ],
    );
}

#[test]
fn levels_of_ratios() {
    each(
        "finance.ratio",
        &[
            ("The current ratio must be greater than or equal to 1.", &[1.0]),
            ("A liquidity ratio of at least 1.25:1 is required.", &[1.25]),
            ("Current ratio: 1.1 or better. Acid test: 0.9 or better.", &[1.1, 0.9]),
            ("Gearing must be less than 75%.", &[0.75]),
            ("The current ratio of staff to children is 1:4 and must be kept.", &[]),
            ("A staff to child ratio of at least 1:8 is required.", &[]),
            ("The ratio of price to quality is 60:40.", &[]),
            ("Bidders must pass 2 of the 3 ratios.", &[]),
        ],
    );
}

#[test]
fn net_assets() {
    each(
        "finance.net_assets",
        &[
            ("Bidders must have net assets of at least £250,000.", &[250e3]),
            ("A positive net worth is required in the latest accounts.", &[0.0]),
            ("Unrestricted reserves of £40,000 must be shown.", &[40e3]),
            ("The Council reserves the right to spend £40,000 and must tell bidders.", &[]),
            ("The charity's assets must be insured for £250,000.", &[]),
        ],
    );
}

#[test]
fn guarantees() {
    let stances = |text: &str| facts(text, "finance.parent_guarantee").iter().map(|f| f.stance).listed();
    assert_eq!(stances("The successful bidder shall procure a PCG in the form of Schedule 9."), [Stance::Required]);
    assert_eq!(stances("A guarantee from your parent company will be required."), [Stance::Required]);
    assert_eq!(stances("A parent company guarantee will not be required."), [Stance::RuledOut]);
    for text in [
        "The parent company guarantee will be in the form of Schedule 9.",
        "The Council cannot guarantee any number of referrals by the parent.",
        "[Parent company guarantee: insert details or delete]",
        "Goods carry the guarantee of the manufacturer, which must be provided.",
    ] {
        assert_eq!(stances(text), [], "{text}");
    }
}

#[test]
fn bonds() {
    each(
        "finance.bond",
        &[
            ("A performance bond to the value of 10% of the contract sum must be provided.", &[10.0]),
            ("The contractor shall lodge a bond of £25,000 with the council.", &[25e3]),
            ("An advance payment bond for 100% of the advance is required.", &[100.0]),
        ],
    );
    silent(
        "finance.bond",
        &[
            "Forced, bonded or compulsory labour must not be used.",
            "The provider must become an admitted body of the pension fund and give a bond.",
            "Tiles must bond to the wall and be fixed within 10 days.",
            "No bond is needed. The Council asks for no bond.",
            "The supplier must pay rent of £12,000 a year and a deposit of £3,000 for the premises.",
            "[If a performance bond is used, its amount is ………]",
            "Will the bidder provide a guarantee of its parent company?",
        ],
    );
}

#[test]
fn ways_in_for_new_organisations() {
    let offered = |text: &str| !facts(text, "finance.new_business_route").is_empty();
    for text in [
        "New businesses without accounts may send a business plan and a cash-flow forecast.",
        "If you have been trading for less than two years, provide accounts for the period available and a letter from your bank.",
        "Where a bidder cannot provide accounts for the full period, other evidence of financial standing will be accepted.",
        "Start-ups should submit management accounts or a banker's reference in place of audited accounts.",
    ] {
        assert!(offered(text), "{text}");
    }
    for text in [
        "Please provide your accounts for two years.",
        "New business cards must be sent by post with a letter from the bank.",
        "New staff must provide a reference.",
    ] {
        assert!(!offered(text), "{text}");
    }
}

# The page that shows what thousands of notices have in common.

title = What keeps small social enterprises out of { $notices } tenders
lead = { $rows } notices were read. { $notices ->
    [one] One tender is
   *[other] { $notices } tenders are
  } counted: notices that ask for bids, each procurement once, as it was first published.
not-counted = Not counted: { $awards } awards and contracts, { $planning } notices of what is planned, { $other } that do not say what they are, { $repeated } corrections and changes, { $unread } that could not be read.
caution = A notice says less than its tender documents. What is not counted here may still be in those, and a possible barrier may have its good reason.
share-any = with a possible barrier
share-high = with one that is likely to stop a small organisation
few = A share of few notices says little: beside each stands the range in which it probably lies (Wilson’s interval, 95 %). Groups of fewer than { $least } notices are not shown by themselves, and no buyer is ranked.
too-few = { $groups ->
    [0] No group has fewer than { $least } notices.
    [one] One more has fewer than { $least } notices, { $notices } in all.
   *[other] { $groups } more have fewer than { $least } notices each, { $notices } in all.
  }
nothing = Nothing to count: no notice that asks for bids was read.

heading-barriers = Possible barriers
heading-months = By month
heading-regions = By region
heading-cpv = By what is bought
heading-buyers = By buyer
column-barrier = Possible barrier
column-notices = Tenders
column-share = Share
column-range = Probably between
column-any = With a barrier
column-high = With a high barrier
column-month = Month
column-region = Region
column-cpv = Division of the CPV
column-buyer = Buyer
column-years = High barriers by year
chart-months = The share of tenders with a possible barrier and with a high one, month by month, from { $first } to { $last }. The figures are in the table below.
year = { $year }: { $high } of { $notices }
not-stated = not stated
made-by = Made by Tender Check { $version }. Possible barriers for small social enterprises, for a person to weigh; not legal advice.

region-UKC = North East
region-UKD = North West
region-UKE = Yorkshire and the Humber
region-UKF = East Midlands
region-UKG = West Midlands
region-UKH = East of England
region-UKI = London
region-UKJ = South East
region-UKK = South West
region-UKL = Wales
region-UKM = Scotland
region-UKN = Northern Ireland
region-several = Several regions

# Divisions of the Common Procurement Vocabulary, Regulation (EC) No 213/2008, in short.
cpv-03 = Farming, fishing and forestry products
cpv-09 = Fuel, electricity and other energy
cpv-14 = Mining and basic metals
cpv-15 = Food and drink
cpv-16 = Agricultural machinery
cpv-18 = Clothing, footwear and luggage
cpv-19 = Leather, textiles, plastic and rubber
cpv-22 = Printed matter
cpv-24 = Chemical products
cpv-30 = Office and computing equipment
cpv-31 = Electrical equipment and lighting
cpv-32 = Radio, television and telecommunication equipment
cpv-33 = Medical equipment and medicines
cpv-34 = Vehicles and transport equipment
cpv-35 = Security, fire-fighting and police equipment
cpv-37 = Musical instruments, sports goods, games and art
cpv-38 = Laboratory and precision equipment
cpv-39 = Furniture, furnishings and cleaning products
cpv-41 = Water
cpv-42 = Industrial machinery
cpv-43 = Machinery for mining and building
cpv-44 = Building materials and structures
cpv-45 = Construction work
cpv-48 = Software
cpv-50 = Repair and maintenance
cpv-51 = Installation
cpv-55 = Hotels, restaurants and catering
cpv-60 = Transport
cpv-63 = Services around transport and travel
cpv-64 = Post and telecommunications
cpv-65 = Public utilities
cpv-66 = Finance and insurance
cpv-70 = Real estate
cpv-71 = Architecture, engineering and inspection
cpv-72 = IT services
cpv-73 = Research and development
cpv-75 = Administration, defence and social security
cpv-76 = Services to the oil and gas industry
cpv-77 = Farming, forestry and gardening services
cpv-79 = Business services
cpv-80 = Education and training
cpv-85 = Health and social care
cpv-90 = Waste, cleaning and the environment
cpv-92 = Recreation, culture and sport
cpv-98 = Other community and personal services

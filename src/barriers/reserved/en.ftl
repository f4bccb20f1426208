# Whom a contract is for.

notice-vcse-mismatch = The notice calls the contract suitable for social enterprises. { $count ->
    [1] One possible barrier of high severity stands against that: { $titles }.
   *[other] Possible barriers of high severity stand against that: { $titles }.
}
    .title = Called suitable for VCSEs, but hard to bid for
    .why = Small organisations see the flag and spend days on a bid that the conditions do not let them win.
    .suggestion = Change what is asked for, or change the flag so that nobody spends time in vain.
    .question = The notice says that the contract suits VCSEs: will these conditions be changed for them?

enabler-reserved = { $who ->
    [supported_employment] The contract, or a lot of it, is reserved for supported employment providers.
    [vcse] The contract, or a lot of it, is reserved for voluntary, community and social enterprises.
    [sme] The contract, or a lot of it, is reserved for small and medium-sized enterprises.
    [local] The contract, or a lot of it, is reserved for local suppliers.
   *[other] The contract, or a lot of it, is reserved.
}
    .title = Reserved contract
    .mutual = The contract, or a lot of it, is reserved for public service mutuals. Check who qualifies: under the Procurement Act a mutual is under the control of its employees, which most charities and social enterprises are not.
    .why = Those for whom it is reserved do not compete with much larger suppliers.

enabler-vcse-welcome = Voluntary, community and social enterprises are told that this contract is for them too.
    .title = Social enterprises welcome
    .why = It tells small organisations that reading the documents is worth their time.

enabler-grant = The money is given as a grant.
    .title = A grant, not a contract
    .why = Grants ask for less than contracts do, and often pay ahead.

enabler-co-design = The service is designed together with those who use or provide it.
    .title = Designed together
    .why = Small organisations know the people they work with; designing together puts that to use.

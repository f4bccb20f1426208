//! The maps of Chinese, Japanese and Korean fonts, which PDF files name and do not hold: which there are, and how they are
//! written in the files that `xtask` makes of them.

/// Adobe's collections of characters, with the encodings of each. Those for text that runs downwards, whose names end with `V`
/// instead of `H`, have the same characters but for brackets and dashes.
pub const COLLECTIONS: [(&str, &[&str]); 4] = [
    (
        "Japan1",
        &[
            "83pv-RKSJ-H",
            "90ms-RKSJ-H",
            "90msp-RKSJ-H",
            "90pv-RKSJ-H",
            "Add-RKSJ-H",
            "EUC-H",
            "Ext-RKSJ-H",
            "H",
            "UniJIS-UCS2-H",
            "UniJIS-UCS2-HW-H",
            "UniJIS-UTF16-H",
        ],
    ),
    ("GB1", &["GB-EUC-H", "GBK-EUC-H", "GBK2K-H", "GBKp-EUC-H", "GBpc-EUC-H", "UniGB-UCS2-H", "UniGB-UTF16-H"]),
    ("CNS1", &["B5pc-H", "CNS-EUC-H", "ETen-B5-H", "ETenms-B5-H", "HKscs-B5-H", "UniCNS-UCS2-H", "UniCNS-UTF16-H"]),
    ("Korea1", &["KSC-EUC-H", "KSCms-UHC-H", "KSCms-UHC-HW-H", "KSCpc-EUC-H", "UniKS-UCS2-H", "UniKS-UTF16-H"]),
];

/// What stands in front of the name of a map, on a line of its own above it.
pub const BEGIN: &str = "%%begin ";

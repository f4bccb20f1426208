//! The worked example of screening under Apache Spark, in its local mode.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::count::Count;
use crate::bench::archive;
use crate::tool::{cargo, root, run, target};

/// Notices: enough for several partitions.
const NOTICES: usize = 2_000;

/// Compares the rows that Spark's processes make with those of one process. Without Java and `PySpark` it is left out.
pub fn check() -> Result<Count> {
    let there =
        |program: &str, args: &[&str]| Command::new(program).args(args).output().is_ok_and(|o| o.status.success());
    if !there("java", &["-version"]) || !there("python3", &["-c", "import pyspark"]) {
        println!("left out: Java or PySpark is not installed (python3 -m pip install pyspark)");
        return Ok(Count::default());
    }
    run(&mut cargo(&["build", "--quiet", "--bin", "tender-check"]))?;
    let folder = target().join("xtask/spark");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let notices = archive::lines(NOTICES, &folder.join("archive.jsonl"))?;
    let program = target().join("debug");
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([program].into_iter().chain(env::split_paths(&path)))?;
    let example = root().join("examples/spark/screen.py");
    let rows = folder.join("rows");
    let mut spark = Command::new("python3");
    spark.arg(example).arg(&notices).arg(&rows).env("PATH", &path).env("SPARK_LOCAL_IP", "127.0.0.1");
    run(spark.env("PYSPARK_SUBMIT_ARGS", "--master local[2] pyspark-shell"))?;
    let one = Command::new("tender-check").args(["screen", "--quiet"]).arg(&notices).env("PATH", &path).output()?;
    ensure!(one.status.success(), "{}", String::from_utf8_lossy(&one.stderr));
    let mut parts: Vec<_> = fs::read_dir(&rows)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    parts.retain(|part| part.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-")));
    parts.sort();
    let spread = parts.iter().map(|part| found(part)).collect::<Result<Vec<_>>>()?.concat();
    let alone = told(&String::from_utf8_lossy(&one.stdout))?;
    println!("{} rows of {} partitions", spread.len(), parts.len());
    Ok(if spread == alone && parts.len() > 1 { Count::PASSED } else { Count::FAILED })
}

fn found(part: &Path) -> Result<Vec<serde_json::Value>> {
    told(&fs::read_to_string(part).with_context(|| part.display().to_string())?)
}

/// Rows without where they were read, which differs.
fn told(rows: &str) -> Result<Vec<serde_json::Value>> {
    let row = |line: &str| {
        let mut row: serde_json::Value = serde_json::from_str(line)?;
        if let Some(row) = row.as_object_mut() {
            row.retain(|key, _| key != "source" && key != "number");
        }
        Ok(row)
    };
    rows.lines().map(row).collect()
}

"""Screens an archive of notices with Apache Spark: JSON Lines in, rows out, a partition a process.

    spark-submit examples/spark/screen.py ARCHIVE ROWS

ARCHIVE holds a release or a record of open contracting data on each line (OCDS); Spark unpacks .gz by itself. The program
`tender-check` has to be on the path of every machine. ROWS becomes a folder of part files, which are counted together:

    tender-check summarise ROWS/part-* --page shares.html
"""

import os
import sys

from pyspark.sql import SparkSession

archive, rows = sys.argv[1:]
spark = SparkSession.builder.appName("tender-check").getOrCreate()
lines = spark.sparkContext.textFile(archive)
# One core a process: Spark has its own idea of how many run beside each other. It gives a process no environment of its own,
# and without `checkCode` a process that fails is taken for one that has no rows.
screen = "tender-check screen - --cores 1 --quiet"
lines.pipe(screen, env={"PATH": os.environ["PATH"]}, checkCode=True).saveAsTextFile(rows)
spark.stop()

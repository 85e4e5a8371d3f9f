package org.dockline.batch.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.log.Edges;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.RawRecord;
import org.dockline.batch.log.TimeRange;
import org.dockline.batch.survey.LogDigest;
import org.dockline.batch.survey.LogDigestText;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.station.LogGap;
import org.dockline.station.wire.PollReportJson;

/** The part of the log that is archived. */
public final class ArchiveDaySource implements LogPart {
  private final ArchiveFolder folder;
  private final ArchiveTopics topics;

  /** Reads that folder. */
  public ArchiveDaySource(ArchiveFolder folder, ArchiveTopics topics) {
    this.folder = folder;
    this.topics = topics;
  }

  @Override
  public Map<Integer, OffsetRange> held(LogTopic topic) {
    return pieces(topic).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    new OffsetRange(
                        e.getValue().getFirst().offsets().from(),
                        e.getValue().getLast().offsets().to())));
  }

  @Override
  public boolean isBehind() {
    return true;
  }

  @Override
  public String identity(LogTopic topic) {
    return pieces(topic).values().stream()
        .findFirst()
        .map(pieces -> folder.facts(pieces.getLast().file()).identity())
        .orElse("");
  }

  @Override
  public Edges survey(Map<Integer, OffsetRange> ranges, LogSurvey into) {
    Edges edges = new Edges();
    pieces(LogTopic.STATIONS, ranges)
        .forEach((partition, pieces) -> survey(pieces, into, edges, partition));
    return edges;
  }

  @Override
  public void reports(Map<Integer, OffsetRange> ranges, NewestReports into) {
    for (Piece piece : list(LogTopic.POLLS, ranges)) {
      if (piece.isWhole()) {
        Digester.reports(folder.facts(piece.file())).forEach(into::add);
      } else {
        read(piece, ArchiveRows.SCHEMA, r -> addReport(r, into));
      }
    }
  }

  @Override
  public void read(
      LogTopic topic, Map<Integer, OffsetRange> ranges, TimeRange times, Consumer<RawRecord> each) {
    for (Piece piece : list(topic, ranges)) {
      boolean mayHold =
          folder
              .facts(piece.file())
              .times()
              .filter(t -> times.overlaps(t.min(), t.max()))
              .isPresent();
      if (mayHold) {
        read(
            piece,
            ArchiveRows.SCHEMA,
            r -> {
              if (times.contains(r.timestamp())) {
                each.accept(r);
              }
            });
      }
    }
  }

  /** Files tell by themselves how to be divided; offsets and times keep most of them unread. */
  @Override
  public Dataset<Row> rows(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    List<Piece> pieces = list(LogTopic.STATIONS, ranges);
    if (pieces.isEmpty()) {
      return LogRows.dataset(spark, List.of());
    }
    String[] files = pieces.stream().map(p -> folder.locate(p.file())).toArray(String[]::new);
    Dataset<Row> whole = spark.read().schema(ArchiveRows.SPARK).parquet(files);
    List<Piece> cut = pieces.stream().filter(p -> !p.isWhole()).toList();
    return LogRows.of(cut.isEmpty() ? whole : whole.filter(wanted(ranges)));
  }

  private static Column wanted(Map<Integer, OffsetRange> ranges) {
    return ranges.entrySet().stream()
        .map(
            e ->
                col(ArchiveRows.PARTITION)
                    .equalTo(e.getKey())
                    .and(col(ArchiveRows.OFFSET).geq(e.getValue().from()))
                    .and(col(ArchiveRows.OFFSET).lt(e.getValue().to())))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private void survey(List<Piece> pieces, LogSurvey into, Edges edges, int partition) {
    long reached = pieces.getFirst().offsets().from();
    for (Piece piece : pieces) {
      FileFacts facts = folder.facts(piece.file());
      Instant before = edges.last(partition);
      facts
          .times()
          .ifPresent(
              times -> {
                edges.meet(partition, times.first());
                edges.meet(partition, times.last());
              });
      Instant after = edges.last(partition);
      if (piece.offsets().from() > reached && before != null && after != null) {
        Instant first = facts.times().map(t -> Instant.ofEpochMilli(t.first())).orElse(after);
        into.add(LogGap.between(before, first));
      }
      reached = piece.offsets().to();
      count(piece, facts, into);
    }
  }

  private void count(Piece piece, FileFacts facts, LogSurvey into) {
    LogDigest digest = LogDigestText.decode(facts.digest());
    int partition = piece.file().partition();
    if (piece.isWhole() && !into.parts(partition, digest)) {
      into.add(partition, digest);
    } else {
      read(
          piece,
          ArchiveRows.SURVEYED,
          r -> into.add(Digester.key(r), partition, r.offset(), r.timestamp()));
    }
  }

  private void read(Piece piece, MessageType columns, Consumer<RawRecord> each) {
    folder.read(
        piece.file(),
        columns,
        r -> {
          if (piece.offsets().contains(r.offset())) {
            each.accept(r);
          }
        });
  }

  private static void addReport(RawRecord r, NewestReports into) {
    byte[] value = r.value();
    if (value != null) {
      PollReportJson.decode(value).ifPresent(into::add);
    }
  }

  private List<Piece> list(LogTopic topic, Map<Integer, OffsetRange> ranges) {
    return pieces(topic, ranges).values().stream().flatMap(List::stream).toList();
  }

  private Map<Integer, List<Piece>> pieces(LogTopic topic, Map<Integer, OffsetRange> ranges) {
    Map<Integer, List<Piece>> inside = new TreeMap<>();
    pieces(topic)
        .forEach(
            (partition, pieces) -> {
              OffsetRange range = ranges.getOrDefault(partition, new OffsetRange(0, 0));
              List<Piece> cut =
                  pieces.stream()
                      .map(piece -> piece.within(range))
                      .filter(piece -> !piece.offsets().isEmpty())
                      .toList();
              if (!cut.isEmpty()) {
                inside.put(partition, cut);
              }
            });
    return inside;
  }

  private Map<Integer, List<Piece>> pieces(LogTopic topic) {
    return Piece.of(folder.list(topics.name(topic)));
  }
}

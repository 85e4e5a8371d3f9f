package org.dockline.poller.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.http.RecordedAnswer;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each answer down as it came, without the key, into one compressed file for each UTC day
 * and start: {@code polls-2025-09-30.ndjson.gz}. A file can be played alone: what later answers
 * rest on stands at its beginning. A disk that takes no more costs answers, which are counted and
 * told, but no poll.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Recorder implements FeedClient.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** A shorter key, as simulators take any, would be found in ordinary words. */
  private static final int SHORTEST_RECOGNISABLE = 8;

  /** A poll under way in this thread. */
  private record Poll(String contract, Instant polledAt) {}

  private static final ThreadLocal<@Nullable Poll> POLL = new ThreadLocal<>();

  private final Path folder;
  private final Secret key;
  private final Map<List<String>, AnswerLine> lasting = new HashMap<>();
  private @Nullable BufferedWriter out;
  private @Nullable LocalDate day;
  private boolean failing;
  private long lost;

  /**
   * Writes nothing yet.
   *
   * @param folder made when it is missing
   * @param key stands nowhere in what is written
   */
  public Recorder(Path folder, Secret key) {
    this.folder = folder;
    this.key = key;
  }

  /** What this thread receives from now on answers this poll. */
  void polling(String contract, Instant polledAt) {
    POLL.set(new Poll(contract, polledAt));
  }

  /** The poll of this thread is over. */
  void polled() {
    POLL.remove();
  }

  @Override
  public void received(RecordedAnswer answer) {
    Poll now = POLL.get();
    if (now == null) {
      return;
    }
    String secret = key.reveal();
    RecordedAnswer safe =
        secret.length() < SHORTEST_RECOGNISABLE ? answer : answer.without(secret, key.toString());
    write(new AnswerLine(now.polledAt(), now.contract(), false, safe));
  }

  /** Answers that are missing in the recording because the disk did not take them. */
  public synchronized long lost() {
    return lost;
  }

  @Override
  public synchronized void close() {
    try {
      closeFile();
    } catch (IOException e) {
      LOG.warn("The end of the recording in {} is not written: {}", folder, e.getMessage());
    }
  }

  private synchronized void write(AnswerLine line) {
    try {
      BufferedWriter writer = writer(line.polledAt().atZone(ZoneOffset.UTC).toLocalDate());
      writer.write(line.write());
      writer.write('\n');
      writer.flush();
      if (failing) {
        LOG.info("Answers are recorded again; {} are missing", lost);
      }
      failing = false;
    } catch (IOException e) {
      failed(e);
    }
    remember(line);
  }

  private void failed(IOException e) {
    lost++;
    if (!failing) {
      LOG.warn("Answers are not recorded in {}: {}; polls go on", folder, e.getMessage());
    }
    failing = true;
    abandonFile();
  }

  /** All but the stations' states hold for longer than one poll. */
  private void remember(AnswerLine line) {
    RecordedAnswer a = line.answer();
    boolean state = a.file().equals("v1") || a.file().equals("v3") || a.file().contains("status");
    if (!state && Integer.valueOf(200).equals(a.status()) && line.contract() != null) {
      lasting.put(List.of(line.contract(), a.file()), line.repeated());
    }
  }

  private BufferedWriter writer(LocalDate today) throws IOException {
    if (out == null || !today.equals(day)) {
      closeFile();
      out = open(today);
      day = today;
      for (AnswerLine line : lasting.values()) {
        out.write(line.write());
        out.write('\n');
      }
    }
    return out;
  }

  /** Never continues a file: one that a killed process left may end in the middle. */
  private BufferedWriter open(LocalDate today) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("polls-" + today + ".ndjson.gz");
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve("polls-" + today + "." + i + ".ndjson.gz");
    }
    LOG.info("Answers are recorded in {}", file);
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 8_192, true),
            StandardCharsets.UTF_8));
  }

  private void closeFile() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  private void abandonFile() {
    try {
      closeFile();
    } catch (IOException e) {
      LOG.debug("The file was broken already", e);
    }
    out = null;
  }
}

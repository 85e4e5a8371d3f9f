package org.dockline.poller.simulator.pour;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dockline.poller.kafka.KafkaObservationPublisher;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.PolledSoFar;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.Contract;

/**
 * The past of a world, for the topics of these brokers.
 *
 * @param brokers where Kafka is
 * @param stationsTopic where observations go
 * @param partitions how many that topic has
 * @param world what is simulated
 * @param clock says until when
 * @param progress told now and then how far the pour is
 */
public record PourIntoKafka(
    String brokers,
    String stationsTopic,
    int partitions,
    World world,
    InstantSource clock,
    Consumer<String> progress) {

  private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

  /**
   * Makes the topics when they are missing, and pours what they lack.
   *
   * @param days whole local days of every contract before today
   * @return one sentence that says what was done
   * @throws IllegalArgumentException when the topics would not keep so many days
   * @throws TopicContradictionException when a topic is there and must not be used as it is
   * @throws IOException when Kafka can't be asked or does not take everything; running it again
   *     goes on
   * @throws InterruptedException when the thread is told to stop
   */
  public String run(int days)
      throws TopicContradictionException, IOException, InterruptedException {
    try (KafkaTopics topics = KafkaTopics.at(brokers)) {
      topics.ensure(TopicPlan.pipeline(stationsTopic, partitions));
      Optional<Duration> retention = topics.findRetention(stationsTopic);
      Optional<String> refusal = PourSpan.refusal(days, retention.orElse(null));
      if (refusal.isPresent()) {
        throw new IllegalArgumentException(refusal.orElseThrow());
      }
    }
    List<Contract> contracts = world.cities().stream().map(City::contract).toList();
    PourSpan span =
        PourSpan.of(days, contracts, clock.instant(), PolledSoFar.findNewest(brokers).orElse(null));
    return span.isEmptyAt(clock.instant())
        ? "Nothing to pour: the topics hold everything up to " + span.from()
        : pour(span);
  }

  private String pour(PourSpan span) throws IOException {
    try (KafkaObservationPublisher publisher =
        KafkaObservationPublisher.connect(brokers, stationsTopic, DELIVERY_TIMEOUT)) {
      long records = new Pour(world, publisher, clock, progress).run(span);
      return "Poured %d observations of %d stations since %s"
          .formatted(records, world.all().size(), span.from());
    }
  }
}

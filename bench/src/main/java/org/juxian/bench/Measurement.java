package org.juxian.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario and both ceilings, in turns, so that whatever else the machine does hits all three
 * alike.
 */
final class Measurement {

  private static final Duration CEILING_TIME = Duration.ofSeconds(3);

  private final Stage stage;
  private final Scenario scenario;
  private final Ceilings ceilings;
  private final List<Figures> requests = new ArrayList<>();
  private final List<Figures> inserts = new ArrayList<>();
  private final List<Figures> registrations = new ArrayList<>();
  private final List<Duration> relayed = new ArrayList<>();
  private Spent onPeople = Spent.NOTHING;
  private Spent onRequests = Spent.NOTHING;

  Measurement(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
    this.ceilings = new Ceilings(stage, CEILING_TIME);
  }

  /** What came out, as it is printed. */
  Result take(int rounds) throws Exception {
    for (int i = 0; i < rounds; i++) {
      List<OpenEvent> events = stage.organiser().open(scenario.events(), scenario.capacity());
      stage.settle();
      trivialRequests();
      stage.settle();
      inserts.add(ceilings.bareInsert());
      stage.settle();
      rush(events);
    }
    return new Result(
        scenario.title(),
        Figures.median(requests),
        Figures.median(inserts),
        Figures.together(registrations),
        Figures.median(registrations),
        onPeople,
        onRequests,
        relayed);
  }

  private void trivialRequests() throws Exception {
    Cpu before = Cpu.now(stage.platform());
    Figures figures = ceilings.trivialRequest();
    onRequests = onRequests.plus(Cpu.now(stage.platform()).since(before), figures.count());
    requests.add(figures);
  }

  private void rush(List<OpenEvent> events) throws Exception {
    Register register = new Register(stage.gateway());
    List<Person> people = stage.people();
    Cpu before = Cpu.now(stage.platform());
    registrations.add(
        Load.times(
            Scenario.PEOPLE, n -> register.attempt(people.get(n), events.get(n % events.size()))));
    relayed.add(stage.settle());
    onPeople = onPeople.plus(Cpu.now(stage.platform()).since(before), Scenario.PEOPLE);
    Check check = Check.of(stage.registrations(), events, register);
    System.out.println("  " + register.answers() + "; " + check);
    check.mustBeSound(scenario.places());
  }
}

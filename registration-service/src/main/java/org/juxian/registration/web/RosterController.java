package org.juxian.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.organising.Roster;
import org.juxian.registration.organising.RosterExport;
import org.juxian.registration.organising.RosterExport.Format;
import org.juxian.registration.organising.RosterRow;
import org.juxian.registration.organising.Statistics;
import org.juxian.registration.people.Organisations;
import org.juxian.registration.persistence.RosterStore;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who registered for an event, for those who organise it. */
@RestController
class RosterController {

  private final Roster roster;
  private final RosterExport export;
  private final Statistics statistics;
  private final Organisations organisations;
  private final EventBook events;

  RosterController(
      Roster roster,
      RosterExport export,
      Statistics statistics,
      Organisations organisations,
      EventBook events) {
    this.roster = roster;
    this.export = export;
    this.statistics = statistics;
    this.organisations = organisations;
    this.events = events;
  }

  /**
   * Oldest first. {@code query} is a name, a ticket number, a phone number or its end, an
   * organisation.
   */
  @GetMapping("/api/events/{id}/registrations")
  @AllowedTo(roles = Roles.ORGANISER)
  Page<RosterViews.RegistrationRow> list(
      @PathVariable String id, @ParameterObject RosterQuery query, PageQuery page, Caller caller) {
    Event event = managed(id, caller);
    List<RosterRow> found =
        roster.find(
            id,
            query.toFilter(),
            query.text(),
            new RosterStore.Part(page.after().orElse(null), null, page.limit() + 1));
    Map<String, Text> from =
        organisations.names(
            found.stream()
                .flatMap(row -> Stream.ofNullable(row.organisationId()))
                .distinct()
                .toList());
    return Page.of(found, page.limit(), RosterRow::id, row -> RosterViews.row(row, event, from));
  }

  /** By day, ticket type and organisation; some seconds old, of a very large event some minutes. */
  @GetMapping("/api/events/{id}/statistics")
  @AllowedTo(roles = Roles.ORGANISER)
  RosterViews.StatisticsView statistics(@PathVariable String id, Caller caller) {
    Event event = managed(id, caller);
    var tally = statistics.of(id);
    return RosterViews.statistics(
        tally, event, organisations.names(tally.organisations().keySet()));
  }

  /** The list with answers, in UTF-8 with a byte order mark. */
  @GetMapping("/api/events/{id}/registrations.csv")
  @AllowedTo(roles = Roles.ORGANISER)
  void csv(
      @PathVariable String id,
      @ParameterObject RosterQuery query,
      Locale language,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    write(managed(id, caller), query, language, Format.CSV, "registrations.csv", response);
  }

  /** The list with answers, as an Excel workbook. */
  @GetMapping("/api/events/{id}/registrations.xlsx")
  @AllowedTo(roles = Roles.ORGANISER)
  void excel(
      @PathVariable String id,
      @ParameterObject RosterQuery query,
      Locale language,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    Event event = managed(id, caller);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    write(event, query, language, Format.EXCEL, "registrations.xlsx", response);
  }

  /** What fails on the way must not look like the end: the connection is cut then. */
  private void write(
      Event event,
      @ParameterObject RosterQuery query,
      Locale language,
      Format format,
      String name,
      HttpServletResponse response)
      throws IOException {
    var filter = query.toFilter();
    @Nullable String text = query.text();
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    OutputStream out = response.getOutputStream();
    try {
      export.write(event, filter, text, language, format, out);
    } catch (RuntimeException failed) {
      if (response.isCommitted()) {
        throw new IOException("the export broke off", failed);
      }
      response.reset();
      throw failed;
    }
  }

  private Event managed(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    return event;
  }
}

package org.juxian.fair.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.juxian.fair.applying.Applications;
import org.juxian.fair.applying.Particulars;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.managing.Fairs;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.stereotype.Component;

/** Puts together what a company told and where its application stands in the plan. */
@Component
class ApplicationViews {

  private final Fairs fairs;
  private final Applications applications;

  ApplicationViews(Fairs fairs, Applications applications) {
    this.fairs = fairs;
    this.applications = applications;
  }

  ApplicationView of(KeptFair kept, Particulars told) {
    BoothApplication application = kept.fair().plan().applications().get(told.id());
    if (application == null) {
      throw Problem.notFound();
    }
    return ApplicationView.of(kept.fair(), application, told);
  }

  ApplicationView of(KeptFair kept, String applicationId) {
    return of(
        kept,
        applications.findAll(List.of(applicationId)).stream()
            .findFirst()
            .orElseThrow(Problem::notFound));
  }

  /** The applications at a fair, the oldest first. */
  Page<ApplicationView> at(KeptFair kept, Optional<String> status, PageQuery page) {
    List<String> ids =
        kept.fair().plan().applications().values().stream()
            .filter(one -> status.isEmpty() || one.standing().wireName().equals(status.get()))
            .map(BoothApplication::id)
            .filter(id -> page.after().isEmpty() || id.compareTo(page.after().get()) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(
        applications.findAll(ids), page.limit(), Particulars::id, told -> of(kept, told));
  }

  /** What a person applied for, the newest first. */
  Page<ApplicationView> of(String personId, PageQuery page) {
    List<Particulars> told = applications.of(personId, page.after(), page.limit() + 1);
    Page<Particulars> shown = Page.of(told, page.limit(), Particulars::id, Function.identity());
    Map<String, KeptFair> at =
        fairs.findAll(shown.items().stream().map(Particulars::fairId).distinct().toList()).stream()
            .collect(Collectors.toMap(KeptFair::id, Function.identity()));
    List<ApplicationView> views =
        shown.items().stream()
            .flatMap(one -> standing(Optional.ofNullable(at.get(one.fairId())), one).stream())
            .toList();
    return new Page<>(views, shown.next());
  }

  /** Nothing for particulars that never became an application. */
  private static Optional<ApplicationView> standing(Optional<KeptFair> kept, Particulars told) {
    return kept.flatMap(
        one ->
            Optional.ofNullable(one.fair().plan().applications().get(told.id()))
                .map(application -> ApplicationView.of(one.fair(), application, told)));
  }
}

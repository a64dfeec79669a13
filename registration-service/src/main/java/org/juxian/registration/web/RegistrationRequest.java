package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Team;

/** The body of a registration; {@code code} is an invitation's, where one is asked for. */
record RegistrationRequest(
    @NotBlank @Size(max = 32) String ticketTypeId,
    @Size(max = 40) @Nullable String code,
    @Valid @Nullable TeamRequest team,
    @Nullable Map<String, @Nullable Object> answers) {

  /** A team, its captain included. */
  record TeamRequest(
      @NotBlank @Size(max = 100) String name,
      @NotEmpty @Size(max = 100) @Valid List<@NotNull @Valid MemberRequest> members) {

    Team toTeam() {
      return new Team(
          name.strip(),
          members.stream()
              .map(member -> new Team.Member(member.name().strip(), phone(member.phone())))
              .toList());
    }
  }

  /** A member; the phone is E.164 or a Chinese mobile number. */
  record MemberRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "phone")
          String phone) {}

  @Nullable Team toTeam() {
    return team == null ? null : team.toTeam();
  }

  private static String phone(String given) {
    return given.startsWith("+") ? given : "+86" + given;
  }
}

package org.juxian.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every object is of a kind that is meant to be here, and has the fields which Kubernetes' own
 * client knows, with values of the right type, and no others.
 */
final class ModelCheck implements Check {

  /** How the client checks a kind, and the class it reads it into. */
  private record Model(Validation validation, Class<?> type) {}

  private interface Validation {
    void check(JsonElement object) throws IOException;
  }

  private static final Map<String, Model> MODELS =
      Map.ofEntries(
          Map.entry("v1/Namespace", model(V1Namespace::validateJsonElement, V1Namespace.class)),
          Map.entry("v1/ConfigMap", model(V1ConfigMap::validateJsonElement, V1ConfigMap.class)),
          Map.entry("v1/Service", model(V1Service::validateJsonElement, V1Service.class)),
          Map.entry(
              "v1/ServiceAccount",
              model(V1ServiceAccount::validateJsonElement, V1ServiceAccount.class)),
          Map.entry(
              "apps/v1/Deployment", model(V1Deployment::validateJsonElement, V1Deployment.class)),
          Map.entry(
              "apps/v1/StatefulSet",
              model(V1StatefulSet::validateJsonElement, V1StatefulSet.class)),
          Map.entry("batch/v1/Job", model(V1Job::validateJsonElement, V1Job.class)),
          Map.entry(
              "autoscaling/v2/HorizontalPodAutoscaler",
              model(
                  V2HorizontalPodAutoscaler::validateJsonElement, V2HorizontalPodAutoscaler.class)),
          Map.entry(
              "policy/v1/PodDisruptionBudget",
              model(V1PodDisruptionBudget::validateJsonElement, V1PodDisruptionBudget.class)),
          Map.entry(
              "networking.k8s.io/v1/NetworkPolicy",
              model(V1NetworkPolicy::validateJsonElement, V1NetworkPolicy.class)),
          Map.entry(
              "networking.k8s.io/v1/Ingress",
              model(V1Ingress::validateJsonElement, V1Ingress.class)));

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (Manifest manifest : manifests.all()) {
      @Nullable Model model =
          MODELS.get(manifest.at("/apiVersion").asText() + "/" + manifest.kind());
      if (model == null) {
        findings.add(manifest + " is of a kind that is not meant to be here");
      } else {
        check(manifest, model, findings);
      }
    }
    return findings;
  }

  private static void check(Manifest manifest, Model model, List<String> findings) {
    String json = manifest.tree().toString();
    try {
      model.validation().check(JsonParser.parseString(json));
      var _ = JSON.getGson().fromJson(json, model.type());
    } catch (RuntimeException | IOException e) {
      findings.add(manifest + ": " + e.getMessage());
    }
  }

  private static Model model(Validation validation, Class<?> type) {
    return new Model(validation, type);
  }
}

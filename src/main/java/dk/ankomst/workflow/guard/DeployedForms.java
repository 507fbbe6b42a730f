package dk.ankomst.workflow.guard;

import dk.ankomst.forms.FormDefinition;
import dk.ankomst.forms.FormReader;
import dk.ankomst.forms.FormUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;

/** The forms as they are deployed, read once per version: a deployed version never changes. */
class DeployedForms {

    private final Map<String, FormDefinition> byId = new ConcurrentHashMap<>();

    /**
     * The form that a task or start event names; to be called inside a command.
     *
     * @return null when it names none
     * @throws FormUnusable when the form it names is not deployed or cannot be read
     */
    @Nullable
    FormDefinition find(CommandContext context, @Nullable FormData data) {
        CamundaFormRef ref = data == null ? null : data.getCamundaFormRef();
        if (data == null || ref == null || ref.getKey() == null) {
            return null;
        }
        CamundaFormDefinition deployed =
                context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(ref, data.getDeploymentId()));
        if (deployed == null) {
            throw new FormUnusable("Formularen " + ref.getKey() + " er ikke lagt ind. Sig det til procesejeren.");
        }
        return byId.computeIfAbsent(
                deployed.getId(),
                id -> FormReader.read(deployed.getKey(), deployed.getVersion(), content(context, deployed)));
    }

    private static String content(CommandContext context, CamundaFormDefinition deployed) {
        try (InputStream in = context.runWithoutAuthorization(
                new GetDeploymentResourceCmd(deployed.getDeploymentId(), deployed.getResourceName()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

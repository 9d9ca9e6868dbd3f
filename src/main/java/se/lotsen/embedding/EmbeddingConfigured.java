package se.lotsen.embedding;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether an operator wants embeddings; a variable that is set to nothing, as in a compose file, does not. */
final class EmbeddingConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return StringUtils.hasText(context.getEnvironment().getProperty("lotsen.embedding.base-url"))
                || StringUtils.hasText(context.getEnvironment().getProperty("lotsen.embedding.onnx-dir"));
    }
}

package org.zhubao.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhubao.account.Workplace;

/** Everything the product answers, found in its mappings: a new handler takes part in the tests that go through all. */
@TestComponent
public class Handlers {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final RequestMappingHandlerMapping mappings;

    Handlers(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /**
     * One handler.
     *
     * @param pattern with its variables in braces
     * @param produces the format it answers in; empty where it does not say
     * @param header the one it asks for; empty where there is none
     */
    public record Handler(HttpMethod method, String pattern, String produces, String header, HandlerMethod code)
            implements Comparable<Handler> {

        public String address() {
            return method + " " + pattern + (produces.isEmpty() ? "" : " as " + produces)
                    + (header.isEmpty() ? "" : " with " + header);
        }

        public boolean isApi() {
            return pattern.startsWith("/api/");
        }

        public boolean hasIdentifier() {
            return pattern.contains("{") && !pattern.startsWith("/policies/{") && !pattern.startsWith("/invitation/");
        }

        /** Names and types of the path's variables, in its order. */
        public Map<String, Class<?>> variables() {
            Map<String, Class<?>> types = annotated(PathVariable.class);
            Map<String, Class<?>> variables = new LinkedHashMap<>();
            VARIABLE.matcher(pattern)
                    .results()
                    .map(match -> match.group(1))
                    .forEach(name -> variables.put(name, types.getOrDefault(name, String.class)));
            return variables;
        }

        /** Names and types of single parameters; the fields of forms are not among them. */
        public Map<String, Class<?>> parameters() {
            return annotated(RequestParam.class);
        }

        private Map<String, Class<?>> annotated(Class<? extends Annotation> annotation) {
            Map<String, Class<?>> found = new TreeMap<>();
            for (MethodParameter parameter : code.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(annotation)) {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    found.put(parameter.getParameterName(), parameter.getParameterType());
                }
            }
            return found;
        }

        /** The fields of its form or body. */
        public Set<String> fields() {
            return Arrays.stream(code.getMethod().getParameterTypes())
                    .filter(type -> type.isRecord() && type.getPackageName().endsWith(".web"))
                    .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
        }

        /** Whether a program says with the call which county it is about. */
        public boolean takesDivision() {
            return isApi() && (takes(Workplace.class) || fields().contains("division"));
        }

        public boolean takes(Class<?> type) {
            return Arrays.asList(code.getMethod().getParameterTypes()).contains(type);
        }

        @Override
        public int compareTo(Handler other) {
            return address().compareTo(other.address());
        }
    }

    /** The product's own, by method and pattern. */
    public List<Handler> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.zhubao"))
                .flatMap(e -> e.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> e.getKey().getPatternValues().stream()
                                .map(pattern -> new Handler(
                                        method.asHttpMethod(),
                                        pattern.isEmpty() ? "/" : pattern,
                                        produces(e.getKey()),
                                        header(e.getKey()),
                                        e.getValue()))))
                .sorted()
                .toList();
    }

    private static String header(RequestMappingInfo mapping) {
        return mapping.getHeadersCondition().getExpressions().stream()
                .map(NameValueExpression::getName)
                .findFirst()
                .orElse("");
    }

    private static String produces(RequestMappingInfo mapping) {
        return mapping.getProducesCondition().getProducibleMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse("");
    }
}

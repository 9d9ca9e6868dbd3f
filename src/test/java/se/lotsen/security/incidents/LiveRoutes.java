package se.lotsen.security.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.AbstractHandlerMethodMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.server.WebFilter;

/**
 * What a running service really answers to, read from everything in it that hands out requests. What it cannot read it
 * names, so that a new kind of route is seen, too.
 */
final class LiveRoutes {
    private static final String[] STATIC = {"static", "public", "resources", "META-INF/resources"};

    private LiveRoutes() {
    }

    /** Each as "METHOD path"; static files one by one. */
    static SortedSet<String> of(ListableBeanFactory service) {
        SortedSet<String> routes = new TreeSet<>();
        service.getBeansOfType(HandlerMapping.class)
                .forEach((name, mapping) -> routes.addAll(of(name, mapping)));
        service.getBeansOfType(WebFilter.class).values().stream().map(Object::getClass)
                .filter(type -> type.getName().startsWith("se.lotsen.") && !type.isHidden())
                .forEach(type -> routes.add("FILTER " + type.getSimpleName()));
        return routes;
    }

    static Set<String> of(String name, HandlerMapping mapping) {
        Set<String> routes = new TreeSet<>();
        switch (mapping) {
            case AbstractHandlerMethodMapping<?> methods ->
                methods.getHandlerMethods().keySet()
                        .forEach(info -> routes.addAll(of((RequestMappingInfo) info)));
            case AbstractUrlHandlerMapping urls ->
                urls.getHandlerMap().keySet()
                        .forEach(pattern -> routes.add("GET " + pattern.getPatternString()));
            case RouterFunctionMapping functions -> {
                if (functions.getRouterFunction() != null) {
                    routes.add("FUNCTION " + functions.getRouterFunction());
                }
            }
            default -> routes.add("UNKNOWN " + name + " " + mapping.getClass().getName());
        }
        return routes;
    }

    private static Set<String> of(RequestMappingInfo info) {
        Set<String> routes = new TreeSet<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        info.getPatternsCondition().getPatterns().forEach(pattern -> {
            if (methods.isEmpty()) {
                routes.add("ANY " + pattern.getPatternString());
            }
            methods.forEach(method -> routes.add(method.name() + " " + pattern.getPatternString()));
        });
        return routes;
    }

    /** Every file that the class path would have served as it is. */
    static SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        try {
            for (String folder : STATIC) {
                for (Resource file : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/" + folder + "/**")) {
                    String address = file.getURL().toString();
                    if (file.isReadable() && !address.endsWith("/")) {
                        files.add(
                                address.substring(address.indexOf("/" + folder + "/") + folder.length() + 1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

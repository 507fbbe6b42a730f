package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;
import static dk.ankomst.lint.Rule.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The picture: complete, nothing on top of anything else, flows at right angles and around the shapes. */
final class DiagramRules {

    /** Pixels by which a point may miss its place; drawing tools round. */
    private static final double SLACK = 2;

    private DiagramRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "diagram-hel",
                        "Hvert element og hver pil er tegnet, og pilen ender ved sine elementer.",
                        DiagramRules::complete),
                error("diagram-overlap", "Ingen elementer ligger oven på hinanden.", DiagramRules::overlap),
                error("diagram-gennem", "Ingen pil går gennem et element.", DiagramRules::through),
                error("diagram-vinkelret", "Pile går vandret og lodret.", DiagramRules::orthogonal),
                warning("diagram-kryds", "Pile krydser ikke hinanden.", DiagramRules::crossings),
                warning("diagram-etiket", "Tekster ligger frit af elementer og pile.", DiagramRules::labels));
    }

    private record Point(double x, double y) {}

    private record Box(BaseElement element, double left, double top, double right, double bottom) {

        static Box of(BaseElement element, Bounds bounds) {
            return new Box(
                    element,
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        boolean overlaps(Box other) {
            return left + SLACK < other.right
                    && other.left + SLACK < right
                    && top + SLACK < other.bottom
                    && other.top + SLACK < bottom;
        }

        boolean touches(Point point) {
            return point.x >= left - SLACK
                    && point.x <= right + SLACK
                    && point.y >= top - SLACK
                    && point.y <= bottom + SLACK;
        }

        /** Whether the straight line between two points runs through the inside of the box. */
        boolean isCrossedBy(Point from, Point to) {
            double start = 0;
            double end = 1;
            double[][] borders = {
                {from.x - to.x, from.x - (left + SLACK)},
                {to.x - from.x, right - SLACK - from.x},
                {from.y - to.y, from.y - (top + SLACK)},
                {to.y - from.y, bottom - SLACK - from.y}
            };
            for (double[] border : borders) {
                if (border[0] == 0) {
                    if (border[1] <= 0) {
                        return false;
                    }
                } else {
                    double at = border[1] / border[0];
                    if (border[0] < 0) {
                        start = Math.max(start, at);
                    } else {
                        end = Math.min(end, at);
                    }
                }
            }
            return start < end;
        }
    }

    private record Line(SequenceFlow flow, List<Point> points) {

        void segments(BiConsumer<Point, Point> segment) {
            for (int i = 1; i < points.size(); i++) {
                segment.accept(points.get(i - 1), points.get(i));
            }
        }
    }

    /** The drawing of one file. */
    private record Picture(Map<String, Box> nodes, Map<String, Line> flows, List<Box> labels) {

        static Picture of(ProcessFile file) {
            Map<String, Box> nodes = new HashMap<>();
            Map<String, Line> flows = new HashMap<>();
            List<Box> labels = new ArrayList<>();
            file.all(BpmnShape.class).forEach(shape -> {
                BaseElement element = shape.getBpmnElement();
                if (element == null) {
                    return;
                }
                if (element instanceof FlowNode) {
                    nodes.put(String.valueOf(element.getId()), Box.of(element, shape.getBounds()));
                }
                if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                    labels.add(Box.of(element, shape.getBpmnLabel().getBounds()));
                }
            });
            file.all(BpmnEdge.class).forEach(edge -> {
                BaseElement element = edge.getBpmnElement();
                if (element instanceof SequenceFlow flow) {
                    flows.put(
                            String.valueOf(flow.getId()),
                            new Line(
                                    flow,
                                    edge.getWaypoints().stream()
                                            .map(Picture::point)
                                            .toList()));
                }
                if (element != null
                        && edge.getBpmnLabel() != null
                        && edge.getBpmnLabel().getBounds() != null) {
                    labels.add(Box.of(element, edge.getBpmnLabel().getBounds()));
                }
            });
            return new Picture(nodes, flows, labels);
        }

        private static Point point(Waypoint waypoint) {
            return new Point(waypoint.getX(), waypoint.getY());
        }
    }

    private static void complete(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            Picture picture = Picture.of(file);
            file.all(FlowNode.class)
                    .filter(node -> !picture.nodes().containsKey(node.getId()))
                    .forEach(
                            node -> report.add(file.path(), node.getId(), "Tegn elementet; det mangler i diagrammet."));
            List<String> drawn = file.all(BpmnShape.class)
                    .filter(shape -> shape.getBpmnElement() != null)
                    .map(shape -> String.valueOf(shape.getBpmnElement().getId()))
                    .toList();
            file.all(BaseElement.class)
                    .filter(element -> element instanceof Participant
                            || element instanceof Lane
                            || element instanceof TextAnnotation)
                    .filter(element -> !drawn.contains(element.getId()))
                    .forEach(element ->
                            report.add(file.path(), element.getId(), "Tegn elementet; det mangler i diagrammet."));
            List<String> edges = file.all(BpmnEdge.class)
                    .filter(edge -> edge.getBpmnElement() != null)
                    .map(edge -> String.valueOf(edge.getBpmnElement().getId()))
                    .toList();
            file.all(Association.class)
                    .filter(association -> !edges.contains(association.getId()))
                    .forEach(association -> report.add(
                            file.path(), association.getId(), "Tegn forbindelsen; den mangler i diagrammet."));
            file.all(SequenceFlow.class).forEach(flow -> {
                Line line = picture.flows().get(flow.getId());
                if (line == null || line.points().size() < 2) {
                    report.add(file.path(), flow.getId(), "Tegn pilen; den mangler i diagrammet.");
                    return;
                }
                Box from = picture.nodes().get(flow.getSource().getId());
                Box to = picture.nodes().get(flow.getTarget().getId());
                if ((from != null && !from.touches(line.points().get(0)))
                        || (to != null
                                && !to.touches(line.points().get(line.points().size() - 1)))) {
                    report.add(file.path(), flow.getId(), "Træk pilen hen til de elementer, den forbinder.");
                }
            });
        });
    }

    private static void overlap(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            List<Box> boxes = new ArrayList<>(Picture.of(file).nodes().values());
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    Box one = boxes.get(i);
                    Box two = boxes.get(j);
                    if (one.overlaps(two) && !belongTogether(one.element(), two.element())) {
                        report.add(
                                file.path(),
                                one.element().getId(),
                                "Flyt elementet; det ligger oven på "
                                        + two.element().getId() + ".");
                    }
                }
            }
        });
    }

    /** A sub-process holds its parts; a boundary event sits on its task, half inside. */
    private static boolean belongTogether(BaseElement one, BaseElement two) {
        return isInside(one, two)
                || isInside(two, one)
                || (one instanceof BoundaryEvent boundary && isAt(boundary, two))
                || (two instanceof BoundaryEvent other && isAt(other, one));
    }

    private static boolean isAt(BoundaryEvent boundary, BaseElement element) {
        return element.equals(boundary.getAttachedTo()) || isInside(element, boundary.getAttachedTo());
    }

    private static boolean isInside(BaseElement inner, ModelElementInstance outer) {
        if (!(outer instanceof SubProcess)) {
            return false;
        }
        for (ModelElementInstance parent = inner.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static void through(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            Picture picture = Picture.of(file);
            picture.flows().values().forEach(line -> picture.nodes().values().stream()
                    .filter(box -> !box.element().equals(line.flow().getSource())
                            && !box.element().equals(line.flow().getTarget())
                            && !isInside(line.flow(), box.element()))
                    .filter(box -> isCrossed(box, line))
                    .forEach(box -> report.add(
                            file.path(),
                            line.flow().getId(),
                            "Læg pilen uden om " + box.element().getId() + ".")));
        });
    }

    private static boolean isCrossed(Box box, Line line) {
        boolean[] crossed = {false};
        line.segments((from, to) -> crossed[0] |= box.isCrossedBy(from, to));
        return crossed[0];
    }

    private static void orthogonal(Models models, Rule.Report report) {
        models.processes().forEach(file -> Picture.of(file).flows().values().forEach(line -> {
            boolean[] oblique = {false};
            line.segments(
                    (from, to) -> oblique[0] |= Math.abs(from.x - to.x) > SLACK && Math.abs(from.y - to.y) > SLACK);
            if (oblique[0]) {
                report.add(file.path(), line.flow().getId(), "Ret pilen ud, så den kun går vandret og lodret.");
            }
        }));
    }

    private static void crossings(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            List<Line> lines = new ArrayList<>(Picture.of(file).flows().values());
            for (int i = 0; i < lines.size(); i++) {
                for (int j = i + 1; j < lines.size(); j++) {
                    if (cross(lines.get(i), lines.get(j))) {
                        report.add(
                                file.path(),
                                lines.get(i).flow().getId(),
                                "Flyt pilen, så den ikke krydser "
                                        + lines.get(j).flow().getId() + ".");
                    }
                }
            }
        });
    }

    private static boolean cross(Line one, Line two) {
        boolean[] crossed = {false};
        one.segments((a, b) -> two.segments((c, d) -> crossed[0] |= sides(a, b, c, d) && sides(c, d, a, b)));
        return crossed[0];
    }

    /** Whether the points c and d lie clearly on different sides of the line through a and b. */
    private static boolean sides(Point a, Point b, Point c, Point d) {
        double length = Math.hypot(b.x - a.x, b.y - a.y);
        double one = ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / length;
        double two = ((b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x)) / length;
        return (one > SLACK && two < -SLACK) || (one < -SLACK && two > SLACK);
    }

    private static void labels(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            Picture picture = Picture.of(file);
            for (Box label : picture.labels()) {
                String id = label.element().getId();
                picture.flows().values().stream()
                        .filter(line -> isCrossed(label, line))
                        .forEach(line -> report.add(
                                file.path(),
                                id,
                                "Flyt teksten, så pilen " + line.flow().getId() + " ikke går gennem den."));
                picture.nodes().values().stream()
                        .filter(box -> !(box.element() instanceof SubProcess) && label.overlaps(box))
                        .forEach(box -> report.add(
                                file.path(),
                                id,
                                "Flyt teksten væk fra " + box.element().getId() + "."));
            }
        });
    }
}

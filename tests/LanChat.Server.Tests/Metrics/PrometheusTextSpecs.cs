using System.Diagnostics.Metrics;
using LanChat.Server.Metrics;

namespace LanChat.Server.Tests.Metrics;

public sealed class PrometheusTextSpecs : IDisposable
{
    private readonly Meter _meter = new($"spec {Guid.NewGuid()}");
    private readonly PrometheusText _text;

    public PrometheusTextSpecs() => _text = new PrometheusText(_meter.Name);

    public void Dispose()
    {
        _text.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_is_a_total_for_each_of_its_tags()
    {
        var counter = _meter.CreateCounter<long>("a.thing", description: "Things.");
        counter.Add(1, new KeyValuePair<string, object?>("the.kind", "b"));
        counter.Add(2, new KeyValuePair<string, object?>("the.kind", "a"));
        counter.Add(3, new KeyValuePair<string, object?>("the.kind", "a"));

        Assert.Equal("# HELP a_thing_total Things.\n# TYPE a_thing_total counter\na_thing_total{the_kind=\"a\"} 5\na_thing_total{the_kind=\"b\"} 1\n", _text.Write());
    }

    [Fact]
    public void What_stands_in_a_tag_can_not_end_it()
    {
        _meter.CreateCounter<int>("n").Add(1, new KeyValuePair<string, object?>("who", "a\"} 7\n\\"));

        Assert.Contains("n_total{who=\"a\\\"} 7\\n\\\\\"} 1\n", _text.Write());
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge_with_its_unit()
    {
        var waiting = _meter.CreateUpDownCounter<long>("waiting", "By");
        waiting.Add(7);
        waiting.Add(-3);
        _meter.CreateObservableGauge("seen", () => 1.5);

        var text = _text.Write();

        Assert.Contains("# TYPE waiting_bytes gauge\nwaiting_bytes 4\n", text);
        Assert.Contains("# TYPE seen gauge\nseen 1.5\n", text);
    }

    [Fact]
    public void A_histogram_counts_what_is_not_above_each_bound()
    {
        var times = _meter.CreateHistogram("time", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var time in new[] { 0.1, 0.5, 2 }) times.Record(time);

        Assert.EndsWith(
            "time_seconds_bucket{le=\"0.1\"} 1\ntime_seconds_bucket{le=\"1\"} 2\ntime_seconds_bucket{le=\"+Inf\"} 3\ntime_seconds_sum 2.6\ntime_seconds_count 3\n",
            _text.Write());
    }

    [Fact]
    public void Other_meters_are_not_heard()
    {
        using var other = new Meter("other");
        other.CreateCounter<int>("foreign").Add(1);

        Assert.Empty(_text.Write());
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace LanChat.Server.Metrics;

/// <summary>
/// What meters say, in the text format of Prometheus (version 0.0.4). Names are those of the instruments, with <c>_</c> for dots, the unit, and
/// <c>_total</c> after counters.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    /// <summary>The media type of what is written.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly ConcurrentDictionary<(Instrument Instrument, string Tags), Series> _series = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">Which meters to listen to, from now on.</param>
    public PrometheusText(params string[] meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in _series.GroupBy(entry => entry.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal)) Write(text, group.Key, group);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd((instrument, Labels(tags)), key => new Series(Series.BoundsOf(key.Instrument)));
        if (instrument.IsObservable) series.Set(value);
        else series.Add(value);
    }

    private static void Write(
        StringBuilder text, Instrument instrument, IEnumerable<KeyValuePair<(Instrument Instrument, string Tags), Series>> series)
    {
        var (name, kind) = NameOf(instrument);
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {kind}\n");
        foreach (var ((_, tags), values) in series.OrderBy(entry => entry.Key.Tags, StringComparer.Ordinal))
        {
            var (sum, upTo) = values.Read();
            if (kind == "histogram") WriteHistogram(text, name, Series.BoundsOf(instrument), sum, upTo);
            else text.Append(CultureInfo.InvariantCulture, $"{name}{(tags.Length > 0 ? $"{{{tags}}}" : "")} {sum}\n");
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, IReadOnlyList<double> bounds, double sum, long[] upTo)
    {
        for (var bucket = 0; bucket < upTo.Length; bucket++)
        {
            var bound = bucket < bounds.Count ? bounds[bucket].ToString(CultureInfo.InvariantCulture) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"{bound}\"}} {upTo[bucket]}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}_sum {sum}\n{name}_count {upTo[^1]}\n");
    }

    private static (string Name, string Kind) NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "By" => "_bytes", "s" => "_seconds", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        var isCounter = instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal)
            || instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);
        return Series.IsHistogram(instrument) ? (name, "histogram") : isCounter ? (name + "_total", "counter") : (name, "gauge");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (labels.Length > 0) labels.Append(',');
            labels.Append(key.Replace('.', '_')).Append("=\"").Append($"{value}".Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }

        return labels.ToString();
    }
}

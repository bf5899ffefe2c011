using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace LanChat.Server.Metrics;

/// <summary>
/// Exports the meters at <c>/metrics</c> in the text format of Prometheus. Metric names are the
/// instruments' with <c>_</c> for dots, the unit, and <c>_total</c> after counters.
/// </summary>
internal static class MetricsHosting
{
    // The library allocates all series of an instrument at once, 2000 by default.
    private const int MaxSeries = 100;

    public static IServiceCollection AddPrometheus(this IServiceCollection services) =>
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter(ServerMeter.Name, "System.Runtime")
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MaxSeries })
            .AddPrometheusExporter(page =>
            {
                // Keeps the labels of earlier releases: no scope and target labels.
                (page.ScopeInfoEnabled, page.TargetInfoEnabled) = (false, false);
                page.ScrapeResponseCacheDurationMilliseconds = 0;
            })
            .Build());
}

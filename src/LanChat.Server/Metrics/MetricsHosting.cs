using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace LanChat.Server.Metrics;

/// <summary>
/// Hears what the meters say, for the page <c>/metrics</c> in the text format of Prometheus. Names are those of the instruments, with <c>_</c>
/// for dots, the unit, and <c>_total</c> after counters.
/// </summary>
internal static class MetricsHosting
{
    // The library keeps a place for each series there may be, 2000 an instrument unless told so.
    private const int MostSeries = 100;

    public static IServiceCollection AddPrometheus(this IServiceCollection services) => services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
        .AddMeter(ServerMeter.Name, "System.Runtime")
        .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostSeries })
        .AddPrometheusExporter(page =>
        {
            // What was released has no labels but its own.
            (page.ScopeInfoEnabled, page.TargetInfoEnabled) = (false, false);
            page.ScrapeResponseCacheDurationMilliseconds = 0;
        })
        .Build());
}

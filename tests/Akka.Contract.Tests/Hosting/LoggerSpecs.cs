using System.Threading.Channels;
using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Contract.Tests.Hosting;

public sealed class LoggerSpecs : HostSpec
{
    private sealed record Line(LogLevel Level, string Text, Exception? Exception);

    /// <summary>Keeps every line in memory.</summary>
    private sealed class Kept : ILoggerProvider, ILogger
    {
        public Channel<Line> Lines { get; } = Channel.CreateUnbounded<Line>();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Writer.TryWrite(new Line(logLevel, formatter(state, exception), exception));
    }

    private readonly Kept _kept = new();
    private readonly List<Line> _passed = [];

    private async Task<IActorRef> StartLogging(Action<ILoggingAdapter> log)
    {
        var host = await Start(
            (akka, _) => akka
                .ConfigureLoggers(loggers =>
                {
                    loggers.LogLevel = Akka.Event.LogLevel.InfoLevel;
                    loggers.ClearLoggers();
                    loggers.AddLoggerFactory();
                })
                .WithActors((system, registry) => registry.Register<Kept>(system.ActorOf(Doing.Props((_, context) =>
                {
                    log(context.GetLogger());
                    context.Sender.Tell("logged");
                })))),
            builder => builder.Logging.ClearProviders().AddProvider(_kept));
        return host.Services.GetRequiredService<IRequiredActor<Kept>>().ActorRef;
    }

    /// <summary>Waits for the next line with this text.</summary>
    private async Task<Line> LineWith(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        Line line;
        do
        {
            line = await _kept.Lines.Reader.ReadAsync(patience.Token);
            _passed.Add(line);
        }
        while (!line.Text.Contains(text, StringComparison.Ordinal));
        return line;
    }

    [Fact]
    public async Task What_actors_log_goes_to_the_hosts_loggers()
    {
        var actor = await StartLogging(log =>
        {
            log.Info("{0} entered", "Ann");
            log.Warning("{0} is slow", "Bob");
        });

        await actor.Ask<string>("log", Patience);

        Assert.Equal(LogLevel.Information, (await LineWith("Ann entered")).Level);
        Assert.Equal(LogLevel.Warning, (await LineWith("Bob is slow")).Level);
    }

    [Fact]
    public async Task An_error_keeps_its_exception()
    {
        var actor = await StartLogging(log => log.Error(new InvalidOperationException("no luck"), "it failed"));

        await actor.Ask<string>("log", Patience);

        var line = await LineWith("it failed");
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Equal("no luck", line.Exception!.Message);
    }

    [Fact]
    public async Task What_is_below_the_level_is_not_logged()
    {
        var actor = await StartLogging(log =>
        {
            log.Debug("quiet");
            log.Info("loud");
        });

        await actor.Ask<string>("log", Patience);

        await LineWith("loud");
        Assert.DoesNotContain(_passed, line => line.Text.Contains("quiet", StringComparison.Ordinal));
    }
}

using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The system: wires up the parts, starts the guardians and ends everything in order.</summary>
internal sealed partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly DeadLetterActorRef _deadLetters;
    private readonly RootGuardian _root;
    private readonly TerminationCallbacks _terminated = new();
    private readonly Loggers _loggers;
    private readonly LocalActorRef _user;
    private readonly LocalActorRef _system;
    private IActorRef? _deadLetterListener;

    public ActorSystemImpl(string name, Config config)
    {
        if (!ValidName().IsMatch(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')",
                nameof(name));
        }

        Name = name;
        Settings = new Settings(this, config);
        EventStream = new EventStream();
        Log = new BusLogging(EventStream, $"ActorSystem({name})", typeof(ActorSystemImpl), DefaultLogMessageFormatter.Instance);
        _loggers = new Loggers(this);
        _loggers.StartStandardOut();
        Scheduler = (IScheduler)TypeNames.New(Settings.SchedulerClass, Settings.Config, Log);

        var root = new ActorPath("akka://" + name);
        _deadLetters = new DeadLetterActorRef(root / "deadLetters", EventStream);
        _root = new RootGuardian(root, this);
        var strategy = (SupervisorStrategyConfigurator)TypeNames.New(Settings.SupervisorStrategyClass);
        _user = Guardian("user", strategy.Create());
        _system = Guardian("system", SupervisorStrategy.DefaultStrategy);
    }

    public override string Name { get; }

    public override Settings Settings { get; }

    public override EventStream EventStream { get; }

    public override ILoggingAdapter Log { get; }

    public override IScheduler Scheduler { get; }

    public override IActorRef DeadLetters => _deadLetters;

    public override Task WhenTerminated => _terminated.Task;

    public override IActorRef ActorOf(Props props, string? name = null) => _user.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf(Props props, string? name = null) => _system.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override void Stop(IActorRef actor) => (actor as InternalActorRef)?.Stop();

    public override void RegisterOnTermination(Action code) => _terminated.Add(code);

    public override string ToString() => "akka://" + Name;

    public void Undelivered(object message, IActorRef? sender, IActorRef recipient) => _deadLetters.Undelivered(message, sender, recipient);

    public void Undelivered(SystemMessage message, IActorRef recipient)
    {
        if (message is Watch watch)
            watch.Watcher.SendSystemMessage(new DeathWatchNotification((InternalActorRef)recipient, existenceConfirmed: false));
    }

    public void Start()
    {
        RegisterOnTermination(() => (Scheduler as IDisposable)?.Dispose());
        _user.SendSystemMessage(new Create());
        _system.SendSystemMessage(new Create());
        _loggers.Start();
        if (Settings.LogDeadLetters > 0)
            _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
    }

    public override Task Terminate() => Settings.CoordinatedShutdownRunByActorSystemTerminate
        ? CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
        : FinalTerminate();

    /// <summary>Stops everything now: first what the user started, then what the system needs, and the loggers in between.</summary>
    public Task FinalTerminate()
    {
        Log.Debug("System shutdown initiated");
        if (!Settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
            Stop(_deadLetterListener);
        _user.Stop();
        return WhenTerminated;
    }

    public void GuardianTerminated(InternalActorRef guardian)
    {
        if (ReferenceEquals(guardian, _user))
            _ = StopSystem();
        else
            _terminated.Run();
    }

    private async Task StopSystem()
    {
        await _loggers.Stop().ConfigureAwait(false);
        _system.Stop();
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9-]*$")]
    private static partial Regex ValidName();

    private LocalActorRef Guardian(string name, SupervisorStrategy strategy) =>
        new(this, Props.Create(() => new GuardianActor(), strategy), _root, new ActorPath(_root.Path, name, Children.NewUid()));
}

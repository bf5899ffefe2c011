using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>
/// The base of a test class: each test gets an actor system of its own, which ends with the test, and an actor in whose name the test
/// speaks.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(5);

    protected readonly ITestOutputHelper? Output;

    private readonly ImplicitSenderContext _context;
    private bool _disposed;

    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(system ?? ActorSystem.Create("test"), null)
    {
        _context = new ImplicitSenderContext(((LocalActorRef)TestActor).Cell);
        _context.Enter();
        Output = output;
        if (output is not null)
            ((ExtendedActorSystem)Sys).SystemActorOf(Props.Create(() => new TestOutputLogger(output)), "log-test");
    }

    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : this(ActorSystem.Create(actorSystemName ?? "test", config), output)
    {
    }

    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the actor system.</summary>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(Sys, duration, verifySystemShutdown);

    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var patience = duration ?? Dilated(ShutdownPatience);
        if (system.Terminate().Wait(patience))
            return;

        var complaint = $"The actor system {system.Name} did not end within {patience}";
        if (verifySystemShutdown)
            throw new TimeoutException(complaint);
        system.Log.Warning(complaint);
    }

    /// <summary>Called at the end of each test, while its system still runs.</summary>
    protected virtual void AfterAll()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            Shutdown();
            _context.Leave();
        }
    }
}

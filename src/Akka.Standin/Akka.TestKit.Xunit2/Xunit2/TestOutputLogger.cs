using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Writes the log to the output of a test.</summary>
internal sealed class TestOutputLogger(ITestOutputHelper output) : UntypedActor
{
    protected override void PreStart() => Context.System.EventStream.Subscribe<LogEvent>(Self);

    protected override void OnReceive(object message)
    {
        try
        {
            output.WriteLine(message.ToString());
        }
        catch (InvalidOperationException)
        {
            // The test is over: nobody reads this any more.
            Context.Stop(Self);
        }
    }
}

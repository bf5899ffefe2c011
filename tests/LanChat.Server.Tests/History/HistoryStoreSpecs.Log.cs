using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Tests.History;

/// <summary>Which history it is.</summary>
public abstract partial class HistoryStoreSpecs
{
    [StoreFact]
    public void It_has_an_identity_from_its_beginning_on_and_keeps_it()
    {
        var log = History.Restore(0).Log;
        Assert.True(LogId.Is(log), log);

        History.Append(Said.Messages(1, 3));
        OpenAgain();

        Assert.Equal((log, 3), (History.Restore(0).Log, History.Restore(0).LastId));
    }

    [StoreFact]
    public void It_can_be_given_that_of_a_copy()
    {
        History.Apply([new RegistryChange.LogIdSet("0123456789abcdef")]);
        OpenAgain();

        Assert.Equal("0123456789abcdef", History.Restore(0).Log);
    }
}

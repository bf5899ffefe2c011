using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Tests.History;

/// <summary>The log id.</summary>
public abstract partial class HistoryStoreSpecs
{
    [StoreFact]
    public void A_history_has_a_log_id_and_keeps_it()
    {
        var log = History.Restore(0).Log;
        Assert.True(LogId.Is(log), log);

        History.Append(TestMessages.Messages(1, 3));
        OpenAgain();

        Assert.Equal((log, 3), (History.Restore(0).Log, History.Restore(0).LastId));
    }

    [StoreFact]
    public void The_log_id_can_be_set()
    {
        History.Apply([new RegistryChange.LogIdSet("0123456789abcdef")]);
        OpenAgain();

        Assert.Equal("0123456789abcdef", History.Restore(0).Log);
    }
}
